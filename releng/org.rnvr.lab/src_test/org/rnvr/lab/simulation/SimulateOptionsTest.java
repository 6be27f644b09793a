package org.rnvr.lab.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.detection.testkit.TraceFile;
import org.rnvr.detection.testkit.TraceKind;
import org.rnvr.lab.UsageException;

class SimulateOptionsTest {

    @Test
    void everyTraceWithAllStrategiesIsTheDefault() throws UsageException, IOException {
        SimulateOptions options = SimulateOptions.parse(List.of());
        assertEquals(TraceKind.values().length, options.runs().size());
        assertEquals(1, options.runs().get(0).days());
    }

    @Test
    void everyTraceIsRunWithEverySet() throws UsageException, IOException {
        SimulateOptions options = SimulateOptions.parse(List.of(
                "--strategies",
                "all,adaptive,frames+keepalive",
                "--trace",
                "tcp-loss,WIFI",
                "--days",
                "3",
                "--seed",
                "9",
                "--check"));
        assertEquals(6, options.runs().size());
        assertEquals(3, options.runs().get(5).days());
        assertEquals(9, options.seed());
        assertTrue(options.check());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--strategies all,none",
                "--strategies adaptive+",
                "--trace nowhere",
                "--days 0",
                "--days many",
                "--days 3651",
                "--seed -1",
                "--seed",
                "--scenario cut"
            })
    void nonsenseIsRefused(String line) {
        assertThrows(UsageException.class, () -> SimulateOptions.parse(List.of(line.split(" "))));
    }

    @Test
    void aRecordingIsReplayedOnce(@TempDir Path folder) throws UsageException, IOException, InterruptedException {
        Path file = folder.resolve("night.trace");
        TraceFile.of("cam1", TraceKind.RATE_CHANGE.open(1), Duration.ofHours(2)).write(file);
        SimulateOptions options = SimulateOptions.parse(List.of("--trace", file.toString(), "--days", "5"));
        assertEquals(1, options.runs().size());
        SimulateOptions.Run run = options.runs().get(0);
        MonitorReport report = run.simulated().run(run.days(), 1);
        assertEquals("night.trace", report.trace());
        assertEquals(2, Math.round(report.simulated().toMinutes() / 60.0));
        assertEquals(0, report.falseLosses());
    }
}
