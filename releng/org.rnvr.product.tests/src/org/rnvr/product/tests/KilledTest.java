package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** The recorder is killed while it records. */
class KilledTest {

    private static final Duration START = Duration.ofSeconds(40);
    private static final Duration RECORD = Duration.ofSeconds(8);
    private static final double GOP_SECONDS = 1;
    private static final double FRAGMENT_SECONDS = 1;

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "ts"})
    void killedItLosesNoMoreThanAFragmentAndAGroupOfPictures(String format) {
        Path data = Product.folder("killed-" + format);
        try (CameraProcess camera = CameraProcess.small(1);
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

    private static Path configuration(Path data, CameraProcess camera, String format) {
        return new SiteConfiguration()
                .camera("front", camera.url("demo1"))
                .set("recording", "file_format", format)
                .write(data.resolve("IT_RNVR.json"));
    }
}
