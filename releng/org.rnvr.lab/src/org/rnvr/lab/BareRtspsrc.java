package org.rnvr.lab;

import java.nio.file.Path;
import java.util.List;

/**
 * GStreamer's {@code rtspsrc} with nothing around it.
 *
 * @param transport how media travel
 */
record BareRtspsrc(Transport transport) implements BareRecorder.Program {

    @Override
    public List<String> command(String url, Path file) {
        return List.of(
                "gst-launch-1.0",
                "-e",
                "rtspsrc",
                "location=" + url,
                "protocols=" + transport,
                "latency=100",
                "!",
                "rtph264depay",
                "!",
                "h264parse",
                "!",
                "matroskamux",
                "!",
                "filesink",
                "buffer-mode=unbuffered",
                "location=" + file);
    }

    @Override
    public boolean tells(String line) {
        return line.startsWith("ERROR: from element") || line.startsWith("Got EOS from element");
    }
}
