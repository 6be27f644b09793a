package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Journal;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** The configuration changes under a running recorder. */
class ChangedConfigurationTest {

    private static final Duration START = Duration.ofSeconds(40);
    private static final Duration CHANGE = Duration.ofSeconds(15);
    /** Long enough for the frames that each file is to hold. */
    private static final Duration RECORD = Duration.ofSeconds(3);

    @Test
    void camerasComeAndGoAndTheOthersAreRecordedWithoutInterruption() {
        Path data = Product.folder("changed");
        try (CameraProcess camera = CameraProcess.start(
                        "--port", "0", "--cameras", "5", "--mode", "clip", "--width", "320", "--height", "240");
                RunningRecorder recorder =
                        RunningRecorder.start(data, cameras(camera, 1, 2).write(file(data)))) {
            Journal journal = recorder.journal();
            journal.await("recording_started", "cam1", 1, START);
            journal.await("recording_started", "cam2", 1, START);

            cameras(camera, 1, 2, 3, 4, 5).write(file(data));
            for (int added = 3; added <= 5; added++) {
                journal.await("recording_started", "cam" + added, 1, CHANGE);
            }
            Await.pass(RECORD);
            cameras(camera, 1, 3, 4, 5).write(file(data));
            journal.await("recording_stopped", "cam2", 1, CHANGE);
            journal.await("segment_closed", "cam2", 1, CHANGE);
            Await.pass(RECORD);
            assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());

            for (int number = 1; number <= 5; number++) {
                List<Path> files = recorder.recordings("cam" + number);
                assertEquals(1, files.size(), files + " " + journal.lines());
                assertTrue(Recording.play(files.get(0)).frames().size() > 25);
                assertEquals(1, journal.all("streaming", "cam" + number).size());
            }
            assertEquals(List.of(), journal.all("gap"));
        }
    }

    private static Path file(Path data) {
        return data.resolve("IT_RNVR.json");
    }

    private static SiteConfiguration cameras(CameraProcess camera, int... numbers) {
        SiteConfiguration configuration = new SiteConfiguration();
        for (int number : numbers) {
            configuration.camera("cam" + number, camera.url("demo" + number));
        }
        return configuration;
    }
}
