package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** The recorder ends as asked, in the time that is promised. */
@Isolated
class EndingTest {

    private static final Duration START = Duration.ofSeconds(40);
    private static final Duration RECORD = Duration.ofSeconds(8);
    private static final Duration LONGEST_END = Duration.ofSeconds(3);
    private static final double GOP_SECONDS = 1;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void endedAsAskedWithinThreeSecondsWithAPlayableFile(String signal) {
        Path data = Product.folder("ending");
        try (CameraProcess camera = CameraProcess.small(1);
                RunningRecorder recorder = RunningRecorder.start(data, configuration(data, camera))) {
            recorder.journal().await("streaming", "front", 1, START);
            Await.pass(RECORD);
            RunningRecorder.Ending ending = recorder.end(signal);

            assertEquals(0, ending.exitCode(), recorder.terminal());
            assertTrue(ending.ownTime().compareTo(LONGEST_END) <= 0, ending.toString());
            List<Path> files = recorder.recordings("front");
            assertEquals(1, files.size());
            assertTrue(Recording.play(files.get(0)).seconds() > RECORD.toSeconds() - 2 * GOP_SECONDS);
            List<JsonObject> lines = recorder.journal().lines();
            assertEquals("stopped", lines.get(lines.size() - 1).get("event").getAsString());
            assertEquals(1, recorder.journal().all("segment_closed", "front").size());
        }
    }

    /** As a terminal that is held by Ctrl-S. */
    @Test
    void whoDoesNotReadWhatItPrintsHoldsNothingUp() {
        Path data = Product.folder("unread");
        try (CameraProcess camera = CameraProcess.small(1);
                RunningRecorder recorder = RunningRecorder.startUnread(data, configuration(data, camera))) {
            recorder.journal().await("recording_started", "front", 1, START);
            RunningRecorder.Ending ending = recorder.end("TERM");

            assertEquals(0, ending.exitCode());
            assertTrue(ending.ownTime().compareTo(LONGEST_END) <= 0, ending.toString());
            assertEquals(1, recorder.journal().all("segment_closed", "front").size());
            assertEquals(1, recorder.journal().all("stopped").size());
        }
    }

    private static Path configuration(Path data, CameraProcess camera) {
        return new SiteConfiguration()
                .camera("front", camera.url("demo1"))
                .set("recording", "file_format", "mp4")
                .write(data.resolve("IT_RNVR.json"));
    }
}
