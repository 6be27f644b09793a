package org.rnvr.pipeline.gst.internal;

import java.util.Map;
import java.util.Set;

/** Which Debian package brings a GStreamer element. */
final class DebianPackages {

    private static final Map<String, Set<String>> ELEMENTS = Map.of(
            "libgstreamer1.0-0",
            Set.of("tee", "queue", "filesink", "capsfilter", "fakesink", "pipeline", "bin"),
            "gstreamer1.0-plugins-base",
            Set.of("videoconvert", "videoscale", "audioconvert", "audioresample"),
            "gstreamer1.0-plugins-good",
            Set.of("rtspsrc", "matroskamux", "mp4mux", "videoflip", "aacparse", "alawdec", "mulawdec"),
            "gstreamer1.0-plugins-bad",
            Set.of("h264parse", "h265parse", "mpegtsmux", "errorignore", "voaacenc", "openh264dec", "libde265dec"),
            "gstreamer1.0-x",
            Set.of("ximagesink"));

    private DebianPackages() {}

    static String of(String element) {
        return ELEMENTS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(element))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> byPrefix(element));
    }

    private static String byPrefix(String element) {
        if (element.startsWith("av")) {
            return "gstreamer1.0-libav";
        }
        if (element.startsWith("rtp") || element.startsWith("v4l2")) {
            return "gstreamer1.0-plugins-good";
        }
        return "gstreamer1.0-plugins-bad";
    }
}
