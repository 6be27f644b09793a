package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.rnvr.lab.fixture.Command;

/** What is to be heard in recorded files. */
final class Sound {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Sound() {}

    /** Times of a file's packets of sound in seconds, all of which must decode without complaint. */
    static List<Double> times(Path file) {
        Command decoded = Command.run(
                LIMIT,
                List.of("ffmpeg", "-v", "error", "-xerror", "-i", file.toString(), "-map", "0:a", "-f", "null", "-"));
        assertEquals(new Command(0, ""), decoded, file.toString());
        Command probed = Command.run(
                LIMIT,
                List.of(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "a:0",
                        "-show_entries",
                        "packet=pts_time",
                        "-of",
                        "csv=p=0",
                        file.toString()));
        assertEquals(0, probed.exitCode(), probed.output());
        List<Double> times = probed.output()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Double.valueOf(line.split(",")[0]))
                .toList();
        assertFalse(times.isEmpty(), file + " is silent");
        return times;
    }

    /** The longest time from one packet to the next. */
    static double longestStep(List<Double> times) {
        return IntStream.range(1, times.size())
                .mapToDouble(i -> times.get(i) - times.get(i - 1))
                .max()
                .orElse(0);
    }
}
