package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** The wall clock of the recorder, and of nobody else, is set forward by an hour and back again while it records. */
class ClockChangeTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final double FRAME_SECONDS = 1 / 25.0;

    @Test
    void noSegmentIsLostAndNoneIsOrderedWrongly() throws IOException, SQLException {
        Path data = Product.folder("clock");
        Path recordings = data.resolve("recordings");
        Path ahead = Files.writeString(data.resolve("clock"), "+0");
        List<JsonObject> segments;
        try (CameraProcess camera = CameraProcess.small(1);
                RunningRecorder recorder = RunningRecorder.startWithClock(
                        data,
                        new SiteConfiguration()
                                .camera("front", camera.url("demo1"))
                                .set("recording", "rotation_seconds", 5)
                                .write(data.resolve("IT_RNVR.json")),
                        ahead)) {
            recorder.journal().await("segment_closed", "front", 1, LIMIT);
            Await.pass(Duration.ofSeconds(2));
            Files.writeString(ahead, "+3600");
            recorder.journal().await("segment_closed", "front", 3, LIMIT);
            Await.pass(Duration.ofSeconds(2));
            Files.writeString(ahead, "+0");
            recorder.journal().await("segment_closed", "front", 5, LIMIT);

            assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());
            segments = recorder.journal().all("segment_closed", "front").stream()
                    .sorted(Comparator.comparingLong(
                            segment -> segment.get("mono_ns").getAsLong()))
                    .toList();
            for (String event : List.of("lost", "stalled", "gap", "reconnected")) {
                assertEquals(List.of(), recorder.journal().all(event, "front"), event);
            }
            assertEquals(1, recorder.journal().all("streaming", "front").size());
            assertEquals(1, recorder.journal().all("recording_started", "front").size());
        }
        List<Path> files = segments.stream()
                .map(segment -> Path.of(segment.get("file").getAsString()))
                .toList();
        assertEquals(files.size(), new HashSet<>(files).size(), files.toString());
        assertEquals(new HashSet<>(files), new HashSet<>(RunningRecorder.recordings(recordings, "front")));
        assertEquals(files, new CatalogFile(recordings).inOrderOfRecording("front"), "order of the catalog");
        Instant first = time(segments.get(0));
        assertTrue(
                segments.stream().anyMatch(segment -> time(segment).isAfter(first.plusSeconds(3500))),
                "the clock was set forward");
        assertTrue(time(segments.get(segments.size() - 1)).isBefore(first.plusSeconds(1800)), "and back");

        double recorded = files.stream()
                .mapToDouble(file -> Recording.play(file).seconds() + FRAME_SECONDS)
                .sum();
        double later = recorded - Recording.play(files.get(0)).seconds();
        // Not by when the files were told to be closed, which may be late.
        assertEquals(
                new CatalogFile(recordings).secondsBetweenEnds("front"),
                later,
                1,
                "seconds of all files but the first");

        Command check = Command.run(LIMIT, Product.command("--check-recordings", recordings.toString()));
        assertEquals(0, check.exitCode(), check.output());
    }

    private static Instant time(JsonObject segment) {
        return Instant.parse(segment.get("start").getAsString());
    }
}
