package org.rnvr.lab.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Command lines of programs that record a camera over TCP into MP4 as it comes. */
final class Programs {

    /** Options of ffmpeg for files that are whole only once they are finished. */
    static final List<String> PLAIN = List.of();

    /** Options of ffmpeg for files of which a power cut takes no more than the newest group of pictures. */
    static final List<String> FRAGMENTED =
            List.of("-segment_format_options", "movflags=+frag_keyframe+empty_moov+default_base_moof");

    private static final String SEGMENT_SECONDS = "600";

    private Programs() {}

    static List<String> names(int cameras) {
        return IntStream.rangeClosed(1, cameras)
                .mapToObj(number -> "camera" + number)
                .toList();
    }

    /** One program a camera. */
    static List<List<String>> ffmpeg(String url, int cameras, Path folder, List<String> options) {
        return names(cameras).stream()
                .map(name -> {
                    List<String> words = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
                    words.addAll(List.of("-rtsp_transport", "tcp", "-i", url, "-c", "copy"));
                    words.addAll(List.of("-f", "segment", "-segment_time", SEGMENT_SECONDS, "-segment_format", "mp4"));
                    words.addAll(options);
                    words.add(folder.resolve(name + "-%03d.mp4").toString());
                    return List.copyOf(words);
                })
                .toList();
    }

    /** One program for all cameras, as durable as the product: a fragment a second, and every write goes to the kernel. */
    static List<String> gstreamer(String url, int cameras, Path folder) {
        List<String> words = new ArrayList<>(List.of("gst-launch-1.0", "-q", "-e"));
        for (String name : names(cameras)) {
            words.addAll(List.of("rtspsrc", "location=" + url, "protocols=tcp", "latency=100"));
            words.addAll(List.of("!", "rtph264depay", "!", "h264parse", "!", "mp4mux", "fragment-duration=1000"));
            words.addAll(List.of("!", "filesink", "buffer-mode=unbuffered"));
            words.add("location=" + folder.resolve(name + ".mp4"));
        }
        return List.copyOf(words);
    }
}
