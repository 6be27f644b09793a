package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** Recordings are compared with their catalog from outside. */
class CheckRecordingsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void whatWasTouchedIsNamed() throws IOException {
        Path data = Product.folder("check-recordings");
        Path recordings = data.resolve("recordings");
        List<Path> files;
        try (CameraProcess camera = CameraProcess.small(1);
                RunningRecorder recorder = RunningRecorder.start(
                        data,
                        new SiteConfiguration()
                                .camera("front", camera.url("demo1"))
                                .set("recording", "rotation_seconds", 5)
                                .write(data.resolve("IT_RNVR.json")))) {
            List<JsonObject> closed = List.of(
                    recorder.journal().await("segment_closed", "front", 1, LIMIT),
                    recorder.journal().await("segment_closed", "front", 2, LIMIT));
            files = closed.stream()
                    .map(segment -> Path.of(segment.get("file").getAsString()))
                    .toList();
            Command running = check(recordings);
            assertEquals(0, running.exitCode(), running.output());
            assertEquals(0, recorder.end("TERM").exitCode());
        }
        Command good = check(recordings);
        assertEquals(0, good.exitCode(), good.output());

        byte[] bytes = Files.readAllBytes(files.get(0));
        bytes[bytes.length / 2] ^= 1;
        Files.write(files.get(0), bytes);
        Files.delete(files.get(1));
        Path unknown = Path.of(files.get(0).toString().replace(".mp4", "_2.mp4"));
        Files.write(unknown, bytes);
        Command bad = check(recordings);
        assertEquals(1, bad.exitCode(), bad.output());
        for (Path file : List.of(files.get(0), files.get(1), unknown)) {
            assertTrue(
                    bad.output().lines().anyMatch(line -> line.startsWith(file + ": ")), file + " in " + bad.output());
        }

        Command none = check(data.resolve("elsewhere"));
        assertEquals(1, none.exitCode());
        assertTrue(none.output().contains("holds no recordings"), none.output());
    }

    private static Command check(Path recordings) {
        return Command.run(LIMIT, Product.command("--check-recordings", recordings.toString()));
    }
}
