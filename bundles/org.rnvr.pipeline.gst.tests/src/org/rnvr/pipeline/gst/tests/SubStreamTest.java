package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.rnvr.config.Container;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.PipelineEvent.SegmentClosed;
import org.rnvr.pipeline.PipelineEvent.SegmentOpened;
import org.rnvr.pipeline.PipelineEvent.SessionFailed;
import org.rnvr.pipeline.PipelineEvent.SessionReady;
import org.rnvr.pipeline.PipelineEvent.ViewFailed;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.View;

/**
 * A small picture is of the camera's second stream, without ever going dark and without anything else noticing. The second
 * streams here are so wide that the window stays black above them.
 */
@ResourceLock(XServer.LOCK)
@ExtendWith(Undisturbed.class)
@Timeout(180)
class SubStreamTest {

    private static final int PICTURE = 5;
    private static final String[] WIDE = {"--width", "640", "--height", "160"};

    private static PipelineFactory factory;

    @TempDir
    private Path folder;

    @BeforeAll
    static void getFactory() {
        assumeFalse(XServer.isMissing(), "Xvfb is not installed");
        assumeFalse(MediaFile.ffprobeIsMissing(), "ffprobe is not installed");
        factory = Pipelines.factory();
    }

    private static boolean isBright(XServer x) {
        return x.colours(0, 90, 320, 150) >= PICTURE;
    }

    private static boolean isOfTheFirst(XServer x) {
        return x.colours(0, 0, 320, 60) >= PICTURE;
    }

    private static boolean isOfTheSecond(XServer x) {
        return x.colours(0, 0, 320, 60) == 1;
    }

    /** Waits for a picture, and sees to it that there is one all the time. */
    private static void awaitInLight(XServer x, String what, int seconds, BooleanSupplier condition)
            throws InterruptedException {
        TestCamera.awaitTrue(what, seconds, () -> {
            assertTrue(isBright(x), "the window is dark before " + what);
            return condition.getAsBoolean();
        });
    }

    private static View showSmall(TestCamera camera, XServer x) throws InterruptedException {
        View view = camera.pipeline().show(x.openWindow());
        camera.play();
        TestCamera.awaitTrue("a picture is shown", 10, () -> isOfTheFirst(x) && isBright(x));
        view.resized(320, 240);
        return view;
    }

    @Test
    void aSmallPictureIsOfTheSecondStreamAndALargeOneOfTheFirst() throws Exception {
        try (XServer x = new XServer();
                CameraProcess first = new CameraProcess();
                CameraProcess second = camera("h265", "--max-sessions", "1");
                TestCamera camera =
                        TestCamera.open(factory, first.url(), TestCamera.Options.TCP.withSub(second.url()))) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            View view = showSmall(camera, x);
            awaitInLight(x, "the second stream is shown", 20, () -> isOfTheSecond(x));
            view.resized(1280, 720);
            awaitInLight(x, "the first stream is shown", 10, () -> isOfTheFirst(x));
            view.resized(320, 240);
            awaitInLight(x, "the second stream is shown again", 10, () -> isOfTheSecond(x));
            view.close().toCompletableFuture().join();
            x.closeWindow();
            assertHasRoom(second);
            assertRecordedWithoutABreak(camera);
        }
    }

    @Test
    void aSecondStreamThatFailsLeavesThePictureToTheFirst() throws Exception {
        int port = freePort();
        String url = "rtsp://127.0.0.1:" + port + "/demo1";
        try (XServer x = new XServer();
                CameraProcess first = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, first.url(), TestCamera.Options.TCP.withSub(url))) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            View view = showSmall(camera, x);
            try (CameraProcess second = camera("h264", "--port", Integer.toString(port))) {
                assertEquals(url, second.url());
                awaitInLight(x, "the second stream is tried again and shown", 60, () -> isOfTheSecond(x));
                second.freeze();
                awaitInLight(x, "the first stream is shown instead", 20, () -> isOfTheFirst(x));
            }
            x.clear();
            TestCamera.awaitTrue("the first stream goes on", 10, () -> isOfTheFirst(x));
            view.close().toCompletableFuture().join();
            x.closeWindow();
            assertRecordedWithoutABreak(camera);
        }
    }

    @Test
    void aSecondStreamThatEndsLeavesThePictureToTheFirst() throws Exception {
        try (XServer x = new XServer();
                CameraProcess first = new CameraProcess();
                CameraProcess second = camera("h264");
                TestCamera camera =
                        TestCamera.open(factory, first.url(), TestCamera.Options.TCP.withSub(second.url()))) {
            View view = showSmall(camera, x);
            awaitInLight(x, "the second stream is shown", 20, () -> isOfTheSecond(x));
            second.kill();
            awaitInLight(x, "the first stream is shown instead", 10, () -> isOfTheFirst(x));
            assertEquals(0, camera.all(SessionFailed.class).size());
            view.close().toCompletableFuture().join();
            x.closeWindow();
        }
    }

    @Test
    void theSecondStreamOutlivesAReplacementOfTheFirstAndEndsWithIt() throws Exception {
        try (XServer x = new XServer();
                CameraProcess first = new CameraProcess();
                CameraProcess second = camera("h264", "--max-sessions", "1");
                TestCamera camera =
                        TestCamera.open(factory, first.url(), TestCamera.Options.TCP.withSub(second.url()))) {
            View view = camera.pipeline().show(x.openWindow());
            view.resized(320, 240);
            long session = camera.play();
            TestCamera.awaitTrue("the second stream is shown", 20, () -> isOfTheSecond(x) && isBright(x));
            long next = camera.play();
            camera.pipeline().closeSession(session).toCompletableFuture().join();
            x.clear();
            TestCamera.awaitTrue("it goes on", 10, () -> isOfTheSecond(x) && isBright(x));
            camera.pipeline().closeSession(next).toCompletableFuture().join();
            assertHasRoom(second);
            view.close().toCompletableFuture().join();
            x.closeWindow();
        }
    }

    private static CameraProcess camera(String codec, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(WIDE));
        all.addAll(List.of("--codec", codec));
        all.addAll(List.of(options));
        return new CameraProcess(all.toArray(String[]::new));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A camera that takes one session has none left from the second stream, after some seconds. */
    private static void assertHasRoom(CameraProcess server) throws Exception {
        try (TestCamera other = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            TestCamera.awaitTrue("the second stream is closed", 20, () -> hasRoom(other));
        }
    }

    private static boolean hasRoom(TestCamera other) {
        try {
            long session = other.pipeline().openSession();
            PipelineEvent end = other.await(
                    PipelineEvent.class,
                    10,
                    event -> event instanceof SessionReady ready && ready.session() == session
                            || event instanceof SessionFailed failed && failed.session() == session);
            other.pipeline().closeSession(session).toCompletableFuture().join();
            return end instanceof SessionReady;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void assertRecordedWithoutABreak(TestCamera camera) throws Exception {
        assertEquals(0, camera.all(SegmentClosed.class).size());
        camera.pipeline().stopRecording(SegmentEnd.STOP).toCompletableFuture().join();
        SegmentClosed segment = camera.await(SegmentClosed.class, 5);
        assertEquals(1, camera.all(SegmentOpened.class).size());
        assertEquals(1, camera.all(SessionReady.class).size());
        assertEquals(0, camera.all(SessionFailed.class).size());
        assertEquals(0, camera.all(ViewFailed.class).size());
        List<MediaFile.Packet> packets = MediaFile.read(segment.file()).video();
        assertEquals(segment.frames(), packets.size());
        for (int i = 25; i < packets.size(); i++) {
            assertEquals(0.04, packets.get(i).time() - packets.get(i - 1).time(), 0.03, "frame " + i);
        }
    }
}
