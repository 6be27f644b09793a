package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** The recorder ends, as asked or not. */
class EndingTest {

    private static final Duration START = Duration.ofSeconds(40);
    private static final Duration RECORD = Duration.ofSeconds(8);
    private static final Duration LONGEST_END = Duration.ofSeconds(3);
    private static final double GOP_SECONDS = 1;
    private static final double FRAGMENT_SECONDS = 1;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void endedAsAskedWithinThreeSecondsWithAPlayableFile(String signal) {
        Path data = Product.folder("ending");
        try (CameraProcess camera = camera();
                RunningRecorder recorder = RunningRecorder.start(data, configuration(data, camera, "mp4"))) {
            recorder.journal().await("streaming", "front", 1, START);
            Await.pass(RECORD);
            RunningRecorder.Ending ending = recorder.end(signal);

            assertEquals(0, ending.exitCode(), recorder.terminal());
            assertTrue(ending.time().compareTo(LONGEST_END) <= 0, ending.toString());
            List<Path> files = recorder.recordings("front");
            assertEquals(1, files.size());
            assertTrue(Recording.play(files.get(0)).seconds() > RECORD.toSeconds() - 2 * GOP_SECONDS);
            List<JsonObject> lines = recorder.journal().lines();
            assertEquals("stopped", lines.get(lines.size() - 1).get("event").getAsString());
            assertEquals(1, recorder.journal().all("segment_closed", "front").size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "ts"})
    void killedItLosesNoMoreThanAFragmentAndAGroupOfPictures(String format) {
        Path data = Product.folder("killed-" + format);
        try (CameraProcess camera = camera();
                RunningRecorder recorder = RunningRecorder.start(data, configuration(data, camera, format))) {
            JsonObject started = recorder.journal().await("recording_started", "front", 1, START);
            Await.pass(RECORD);
            Instant killed = Instant.now();
            recorder.kill();

            List<Path> files = recorder.recordings("front");
            assertEquals(1, files.size());
            double recorded = Duration.between(Instant.parse(started.get("time").getAsString()), killed)
                            .toMillis()
                    / 1000.0;
            double kept = Recording.play(files.get(0)).seconds();
            assertTrue(
                    kept >= recorded - FRAGMENT_SECONDS - GOP_SECONDS - 0.5,
                    format + ": of " + recorded + " s, " + kept + " s are kept");
        }
    }

    @Test
    void theTerminalSaysWhereRecordingsGoAndWhatHappens() {
        Path data = Product.folder("terminal");
        try (CameraProcess camera = camera();
                RunningRecorder recorder = RunningRecorder.start(data, configuration(data, camera, "mkv"))) {
            recorder.journal().await("recording_started", "front", 1, START);
            assertEquals(0, recorder.end("TERM").exitCode());
            String terminal = recorder.terminal();
            assertTrue(terminal.contains("recordings go to " + data.resolve("recordings")), terminal);
            assertTrue(terminal.contains("front: streaming h264 320x240 over tcp"), terminal);
            assertTrue(terminal.contains("front: recording to " + data.resolve("recordings/front")), terminal);
        }
    }

    /** As a terminal that is held by Ctrl-S. */
    @Test
    void whoDoesNotReadWhatItPrintsHoldsNothingUp() {
        Path data = Product.folder("unread");
        try (CameraProcess camera = camera();
                RunningRecorder recorder = RunningRecorder.startUnread(data, configuration(data, camera, "mp4"))) {
            recorder.journal().await("recording_started", "front", 1, START);
            RunningRecorder.Ending ending = recorder.end("TERM");

            assertEquals(0, ending.exitCode());
            assertTrue(ending.time().compareTo(LONGEST_END) <= 0, ending.toString());
            assertEquals(1, recorder.journal().all("segment_closed", "front").size());
            assertEquals(1, recorder.journal().all("stopped").size());
        }
    }

    private static CameraProcess camera() {
        return CameraProcess.start(
                "--port",
                "0",
                "--cameras",
                "1",
                "--mode",
                "clip",
                "--width",
                "320",
                "--height",
                "240",
                "--gop-seconds",
                "1");
    }

    private static Path configuration(Path data, CameraProcess camera, String format) {
        return new SiteConfiguration()
                .camera("front", camera.url("demo1"))
                .set("recording", "file_format", format)
                .write(data.resolve("IT_RNVR.json"));
    }
}
