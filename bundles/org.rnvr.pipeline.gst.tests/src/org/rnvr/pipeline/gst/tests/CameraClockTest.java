package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.Container;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.PipelineEvent.SegmentClosed;
import org.rnvr.pipeline.PipelineEvent.SegmentOpened;
import org.slf4j.LoggerFactory;

/**
 * The camera's clock is that of this machine, so it says of a frame when it was sent, shortly before it arrived, if nothing else
 * keeps the machine busy.
 */
@Isolated
@ExtendWith(Undisturbed.class)
@Timeout(120)
class CameraClockTest {

    /** The first frames of a session are older than the connection. */
    private static final Duration CLOSE = Duration.ofMillis(500);

    private static final double FRAME_SECONDS = 0.04;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"TCP, none", "UDP, none", "TCP, aac", "UDP, aac"})
    void theCameraTellsTheTimeOfTheFirstFrame(Transport transport, String audio) throws Exception {
        try (CameraProcess server = new CameraProcess("--audio", audio);
                TestCamera camera =
                        TestCamera.open(Pipelines.factory(), server.url(), TestCamera.Options.TCP.with(transport))) {
            camera.record(folder, Container.MKV, Duration.ofSeconds(8));
            camera.play();
            camera.await(SegmentOpened.class, 5);
            List<SegmentClosed> segments = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                segments.add(camera.await(SegmentClosed.class, 15));
            }
            Duration closest = Duration.ofDays(1);
            for (SegmentClosed segment : segments) {
                assertTrue(segment.cameraStart().isPresent(), segment.toString());
                Instant told = segment.cameraStart().orElseThrow();
                Duration apart = Duration.between(told, segment.start());
                LoggerFactory.getLogger(getClass())
                        .info("{} {}: arrived {} after the camera's time", transport, audio, apart);
                closest = closest.compareTo(apart.abs()) < 0 ? closest : apart.abs();
            }
            // A busy machine may take one of them late. By the camera's clock both stand exactly one file apart, so
            // that what
            // is close for one is so for the other.
            assertTrue(closest.compareTo(CLOSE) < 0, closest + " apart: " + segments);
            double between = Duration.between(
                                    segments.get(0).cameraStart().orElseThrow(),
                                    segments.get(1).cameraStart().orElseThrow())
                            .toMillis()
                    / 1000.0;
            assertEquals(segments.get(0).frames() * FRAME_SECONDS, between, FRAME_SECONDS / 2, segments.toString());
        }
    }
}
