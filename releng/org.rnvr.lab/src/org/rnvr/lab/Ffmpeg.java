package org.rnvr.lab;

import java.nio.file.Path;
import java.util.List;

/**
 * FFmpeg, told to give up after 5 s without input, and to write each frame at once, so that its file shows when frames
 * came.
 *
 * @param transport how media travel
 */
record Ffmpeg(Transport transport) implements BareRecorder.Program {

    @Override
    public List<String> command(String url, Path file) {
        return List.of(
                "ffmpeg",
                "-nostdin",
                "-v",
                "error",
                "-y",
                "-timeout",
                "5000000",
                "-rtsp_transport",
                transport.toString(),
                "-i",
                url,
                "-c",
                "copy",
                "-flush_packets",
                "1",
                "-cluster_time_limit",
                "1",
                file.toString());
    }

    @Override
    public boolean tells(String line) {
        return false;
    }
}
