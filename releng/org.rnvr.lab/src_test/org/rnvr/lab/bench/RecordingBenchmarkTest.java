package org.rnvr.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.UsageException;
import org.rnvr.lab.fixture.Product;

/** The benchmark itself, with one camera: what it tells is that of real recorders, and it leaves nothing behind. */
class RecordingBenchmarkTest {

    @Test
    void everyRecorderIsMeasuredAndEnded() throws UsageException, IOException {
        List<String> arguments = List.of("--cameras", "1", "--seconds", "8", "--warm-up", "1", "--systems");
        RecordingOptions options =
                RecordingOptions.parse(Stream.concat(arguments.stream(), Stream.of(String.join(",", Systems.all())))
                        .toList());
        Path folder = Product.folder("bench");
        List<Round> rounds = new ArrayList<>();
        new RecordingBenchmark(options, new ProcessTable(Path.of("/proc")), line -> {}).run(folder, rounds::add);
        assertEquals(1, rounds.size());
        assertEquals(
                Systems.all(),
                rounds.get(0).measurements().stream().map(Measurement::system).toList());
        for (Measurement measurement : rounds.get(0).measurements()) {
            assertTrue(measurement.cpu() > 0, measurement.toString());
            assertTrue(measurement.proportionalMb() > 1, measurement.toString());
            assertTrue(measurement.threads() > 0, measurement.toString());
            assertTrue(measurement.bytes() > 100_000, measurement.toString());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        assertEquals(
                List.of(),
                ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(command -> command.contains(folder.toString()))
                        .toList());
    }
}
