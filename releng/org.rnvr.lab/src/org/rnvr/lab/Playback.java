package org.rnvr.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rnvr.lab.fixture.Command;

/**
 * A recorded file as a player sees it.
 *
 * @param frames the video frames in the order of the file
 * @param complaints what probing and decoding said, at most some lines
 */
record Playback(List<Frame> frames, List<String> complaints) {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int MOST_COMPLAINTS = 5;

    /**
     * A video frame.
     *
     * @param seconds its presentation time
     * @param end offset in the file where it ends, 0 if the format does not tell
     * @param key whether decoding can begin with it
     */
    record Frame(double seconds, long end, boolean key) {}

    /** Reads and decodes the whole file. */
    static Playback of(Path file) {
        Command probed = Command.run(
                LIMIT,
                List.of(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "packet=pts_time,size,pos,flags",
                        "-of",
                        "compact=p=0",
                        file.toString()));
        List<Frame> frames = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        for (String line :
                probed.output().lines().filter(text -> !text.isBlank()).toList()) {
            if (line.startsWith("pts_time=")) {
                frame(line, frames);
            } else {
                complaints.add(line);
            }
        }
        Command decoded = Command.run(
                LIMIT,
                List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-threads",
                        "1",
                        "-i",
                        file.toString(),
                        "-map",
                        "0:v",
                        "-fps_mode",
                        "drop",
                        "-f",
                        "rawvideo",
                        "-y",
                        "/dev/null"));
        decoded.output().lines().filter(text -> !text.isBlank()).forEach(complaints::add);
        if (frames.isEmpty()) {
            complaints.add("no frame");
        } else if (!frames.get(0).key()) {
            complaints.add("does not begin with a key frame");
        }
        return new Playback(
                List.copyOf(frames), complaints.stream().limit(MOST_COMPLAINTS).toList());
    }

    /** Whether a player plays it from its first to its last frame without a word. */
    boolean sound() {
        return complaints.isEmpty();
    }

    /** Presentation times, rising. */
    double[] times() {
        return frames.stream().mapToDouble(Frame::seconds).sorted().toArray();
    }

    private static void frame(String line, List<Frame> frames) {
        double seconds = Double.NaN;
        long size = 0;
        long position = -1;
        boolean key = false;
        for (String field : line.split("\\|")) {
            String value = field.substring(field.indexOf('=') + 1);
            switch (field.substring(0, field.indexOf('='))) {
                case "pts_time" -> seconds = value.equals("N/A") ? Double.NaN : Double.parseDouble(value);
                case "size" -> size = Long.parseLong(value);
                case "pos" -> position = value.equals("N/A") ? -1 : Long.parseLong(value);
                case "flags" -> key = value.startsWith("K");
                default -> {}
            }
        }
        if (!Double.isNaN(seconds)) {
            frames.add(new Frame(seconds, position < 0 ? 0 : position + size, key));
        }
    }
}
