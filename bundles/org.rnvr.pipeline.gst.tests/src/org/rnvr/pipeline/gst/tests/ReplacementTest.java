package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.Container;
import org.rnvr.pipeline.PipelineEvent.SegmentClosed;
import org.rnvr.pipeline.PipelineEvent.SegmentOpened;
import org.rnvr.pipeline.PipelineEvent.SessionFailed;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.SegmentEnd;

/** Sessions are replaced under a recording that goes on. */
@ExtendWith(Undisturbed.class)
@Timeout(180)
class ReplacementTest {

    private static final Duration GROUP_OF_PICTURES = Duration.ofSeconds(1);

    private static PipelineFactory factory;

    @TempDir
    private Path folder;

    @BeforeAll
    static void getFactory() {
        factory = Pipelines.factory();
    }

    @Test
    void aStandbySessionTakesOverWithItsFirstKeyFrame() throws Exception {
        assumeFalse(MediaFile.ffprobeIsMissing(), "ffprobe is not installed");
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            long live = camera.play();
            camera.await(SegmentOpened.class, 5);
            long standby = camera.ready();
            camera.pipeline().activate(standby);
            SegmentOpened second = camera.await(SegmentOpened.class, 5);
            assertEquals(standby, second.session());
            camera.pipeline().closeSession(live).toCompletableFuture().join();
            camera.pipeline()
                    .stopRecording(SegmentEnd.STOP)
                    .toCompletableFuture()
                    .join();
            TestCamera.awaitTrue(
                    "both files are finished",
                    5,
                    () -> camera.all(SegmentClosed.class).size() == 2);
            List<SegmentClosed> segments = camera.all(SegmentClosed.class).stream()
                    .sorted(Comparator.comparing(SegmentClosed::start))
                    .toList();
            assertEquals(2, segments.size());
            assertEquals(SegmentEnd.RECONNECTION, segments.get(0).cause());
            assertEquals(SegmentEnd.STOP, segments.get(1).cause());
            Duration gap =
                    Duration.between(segments.get(0).end(), segments.get(1).start());
            // The old session goes on until more has come after the key frame that is held.
            assertTrue(
                    gap.compareTo(GROUP_OF_PICTURES.negated()) > 0 && gap.compareTo(GROUP_OF_PICTURES) < 0,
                    "gap of " + gap);
            for (SegmentClosed segment : segments) {
                MediaFile file = MediaFile.read(segment.file());
                assertTrue(file.video().get(0).key());
                assertEquals(segment.frames(), file.video().size());
                assertEquals(0, file.firstTime(), 0.1);
            }
        }
    }

    @Test
    void anotherCodecAndSizeGoesOnInANewFile() throws Exception {
        assumeFalse(MediaFile.ffprobeIsMissing(), "ffprobe is not installed");
        CameraProcess first = new CameraProcess();
        String url = first.url();
        String port = url.replaceAll(".*:(\\d+)/.*", "$1");
        try (TestCamera camera = TestCamera.open(factory, url, TestCamera.Options.TCP)) {
            camera.record(folder, Container.MKV, Duration.ofMinutes(10));
            long live = camera.play();
            camera.await(SegmentOpened.class, 5);
            first.close();
            camera.await(SessionFailed.class, 5);
            camera.pipeline().closeSession(live).toCompletableFuture().join();
            assertEquals(
                    SegmentEnd.RECONNECTION,
                    camera.await(SegmentClosed.class, 5).cause());
            try (CameraProcess second = new CameraProcess(
                    "--port", port, "--codec", "h265", "--width", "640", "--height", "360", "--audio", "aac")) {
                assertEquals(url, second.url());
                camera.play();
                assertStartedJustBefore(System.nanoTime(), camera.await(SegmentOpened.class, 5));
                camera.pipeline()
                        .stopRecording(SegmentEnd.STOP)
                        .toCompletableFuture()
                        .join();
                SegmentClosed segment = camera.await(SegmentClosed.class, 5);
                MediaFile file = MediaFile.read(segment.file());
                assertEquals("hevc", file.videoCodec());
                assertEquals(segment.frames(), file.video().size());
            }
        } finally {
            first.close();
        }
    }

    @Test
    void aSessionThatStaysReadyHoldsBoundedMemoryAndStaysReady() throws Exception {
        try (CameraProcess server = new CameraProcess("--fps", "30");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            long session = camera.ready();
            // What is held is given up every 5 s for what is newer, so after 12 s more has come than was ever held.
            TestCamera.awaitTrue(
                    "what is held is renewed",
                    15,
                    () -> camera.pipeline()
                                    .vitals(session)
                                    .orElseThrow()
                                    .video()
                                    .frames()
                            > 2 * 5 * 30);
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            camera.pipeline().activate(session);
            SegmentOpened opened = camera.await(SegmentOpened.class, 5);
            Duration held = Duration.between(opened.start(), opened.at().time());
            assertTrue(held.compareTo(Duration.ofSeconds(8)) < 0, "held " + held);
        }
    }

    @Test
    void closingOneCameraLeavesTheOthersAlone() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, Container.MKV, Duration.ofMinutes(10));
            camera.play();
            camera.await(SegmentOpened.class, 5);
            try (TestCamera other = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
                other.play();
            }
            camera.pipeline().splitRecording();
            assertEquals(
                    SegmentEnd.ROTATION, camera.await(SegmentClosed.class, 5).cause());
            camera.ready();
        }
    }

    /** A file begins with what a session held when it was activated; when the disk makes it is another matter. */
    static void assertStartedJustBefore(long activatedNanos, SegmentOpened opened) {
        Duration age = Duration.ofNanos(activatedNanos - opened.startNanos());
        assertTrue(!age.isNegative() && age.compareTo(Duration.ofSeconds(1)) < 0, "first frame " + age + " before");
    }
}
