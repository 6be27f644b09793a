package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rnvr.lab.fixture.Command;

/**
 * A recorded file as a player sees it.
 *
 * @param file the file
 * @param frames times of its video frames in seconds, in the order of the file
 * @param keys times of those that are key frames
 */
record Recording(Path file, List<Double> frames, List<Double> keys) {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Reads and decodes the whole file; anything that a decoder complains about is a failure. */
    static Recording play(Path file) {
        Command decoded = Command.run(
                LIMIT,
                List.of(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-xerror",
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
        assertEquals(0, decoded.exitCode(), file + ": " + decoded.output());
        assertEquals("", decoded.output(), file.toString());
        Command probed = Command.run(
                LIMIT,
                List.of(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "packet=pts_time,flags",
                        "-of",
                        "csv=p=0",
                        file.toString()));
        assertEquals(0, probed.exitCode(), file + ": " + probed.output());
        List<String> packets =
                probed.output().lines().filter(line -> !line.isBlank()).toList();
        assertTrue(packets.size() > 0, file + " holds no frame");
        assertTrue(packets.get(0).contains("K"), file + " does not begin with a key frame");
        return new Recording(
                file, times(packets.stream()), times(packets.stream().filter(line -> line.contains("K"))));
    }

    private static List<Double> times(Stream<String> packets) {
        return packets.map(line -> Double.valueOf(line.split(",")[0])).toList();
    }

    /** From each frame to the next one, in seconds. */
    List<Double> steps() {
        return IntStream.range(1, frames.size())
                .mapToObj(i -> frames.get(i) - frames.get(i - 1))
                .toList();
    }

    /** From first to last frame, in seconds. */
    double seconds() {
        return frames.get(frames.size() - 1) - frames.get(0);
    }
}
