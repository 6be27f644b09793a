package org.rnvr.detection.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;

class CheckCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsTheReport() {
        assertEquals(0, run(Good.class.getName(), "--hours", "1", "--trace", "wifi,fps-1", "--seed", "7"));
        assertTrue(text(out).contains("| good | WIFI | "), text(out));
        assertTrue(text(out).contains("| good | FPS_1 | "), text(out));
        assertTrue(text(out).endsWith("No misbehaviour.\n"), text(out));
    }

    @Test
    void misbehaviourIsAnExitCode() {
        assertEquals(1, run(Broken.class.getName(), "--hours", "1", "--trace", "constant"));
        assertTrue(text(out).contains("- Over CONSTANT: Fails at an observation"), text(out));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hours 1 | no class; the name of a class that implements DetectionStrategy is needed",
                "a.B --hours 0 | --hours 0; allowed are 1 to 10000",
                "a.B --hours x | --hours 'x' is no whole number",
                "a.B --days 1 | unknown option --days; allowed are --hours, --trace, --seed",
                "a.B --trace slow | --trace slow is unknown; allowed are those that --help lists",
                "a.B | there is no class a.B on the class path (a.B)",
                "java.lang.String | java.lang.String does not implement org.rnvr.detection.DetectionStrategy",
            })
    void wrongUsageIsExplained(String line, String message) {
        assertEquals(2, run(line.split(" ")));
        assertEquals("CheckCommand: " + message + System.lineSeparator(), text(err));
    }

    @Test
    void helpNamesEveryTrace() {
        assertEquals(0, run("--help"));
        for (TraceKind kind : TraceKind.values()) {
            String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            assertTrue(text(out).contains(name), name);
        }
    }

    private int run(String... arguments) {
        return CheckCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    /** What a user may have. */
    public static final class Good implements DetectionStrategy {
        @Override
        public String name() {
            return "good";
        }

        @Override
        public Detector watch(WatchedSession session) {
            return Strategies.timeout(Duration.ofSeconds(3), Duration.ofSeconds(5))
                    .watch(session);
        }
    }

    /** What a user may have at first. */
    public static final class Broken implements DetectionStrategy {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Detector watch(WatchedSession session) {
            return observation -> observation.nanos() < 0 ? Assessment.HEALTHY : null;
        }
    }
}
