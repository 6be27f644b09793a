package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Container;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.PipelineEvent.SegmentClosed;
import org.rnvr.pipeline.PipelineEvent.SegmentOpened;
import org.rnvr.pipeline.PipelineEvent.SessionFailed;
import org.rnvr.pipeline.PipelineEvent.ViewFailed;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.ViewFailure;
import org.rnvr.pipeline.Vitals;

/** Pictures come and go in windows, and the recording does not notice. */
@ResourceLock(XServer.LOCK)
@Timeout(120)
class ViewTest {

    private static final int PICTURE = 5;
    private static final int SECOND = 25;
    private static final long STILL_NANOS = 500_000_000;

    private static PipelineFactory factory;

    @TempDir
    private Path folder;

    @BeforeAll
    static void getFactory() {
        assumeFalse(XServer.isMissing(), "Xvfb is not installed");
        factory = Pipelines.factory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264", "h265"})
    void theRecordingDoesNotNoticeAView(String codec) throws Exception {
        assumeFalse(MediaFile.ffprobeIsMissing(), "ffprobe is not installed");
        try (XServer x = new XServer();
                CameraProcess server = new CameraProcess("--codec", codec);
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            camera.play();
            camera.await(SegmentOpened.class, 5);
            for (int i = 0; i < 3; i++) {
                View view = camera.pipeline().show(x.openWindow());
                TestCamera.awaitTrue("a picture is shown", 10, () -> x.colours() >= PICTURE);
                view.redraw();
                view.close().toCompletableFuture().join();
                x.closeWindow();
            }
            camera.pipeline()
                    .stopRecording(SegmentEnd.STOP)
                    .toCompletableFuture()
                    .join();
            SegmentClosed segment = camera.await(SegmentClosed.class, 5);
            List<MediaFile.Packet> packets = MediaFile.read(segment.file()).video();
            assertEquals(segment.frames(), packets.size());
            for (int i = 25; i < packets.size(); i++) {
                assertEquals(0.04, packets.get(i).time() - packets.get(i - 1).time(), 0.03, "frame " + i);
            }
        }
    }

    @Test
    void aViewOutlivesSessionsOfAnotherSizeAndCodec() throws Exception {
        try (XServer x = new XServer();
                CameraProcess first = new CameraProcess()) {
            String port = first.url().replaceAll(".*:(\\d+)/.*", "$1");
            try (TestCamera camera = TestCamera.open(factory, first.url(), TestCamera.Options.TCP)) {
                View view = camera.pipeline().show(x.openWindow());
                long session = camera.play();
                TestCamera.awaitTrue("a picture is shown", 10, () -> x.colours() >= PICTURE);
                first.close();
                camera.await(SessionFailed.class, 5);
                camera.pipeline().closeSession(session).toCompletableFuture().join();
                for (String codec : List.of("h264", "h265")) {
                    try (CameraProcess next =
                            new CameraProcess("--port", port, "--codec", codec, "--width", "640", "--height", "360")) {
                        assertEquals(first.url(), next.url());
                        x.clear();
                        assertEquals(1, x.colours());
                        session = camera.play();
                        TestCamera.awaitTrue("the picture is back", 10, () -> x.colours() >= PICTURE);
                        camera.pipeline()
                                .closeSession(session)
                                .toCompletableFuture()
                                .join();
                    }
                }
                assertEquals(0, camera.all(ViewFailed.class).size());
                view.close().toCompletableFuture().join();
                x.closeWindow();
            }
        }
    }

    /** A group of pictures takes longer than the test does: but for what is kept of it, the later view would stay dark. */
    @Test
    void aViewThatComesLaterShowsWhatAnEarlierOneShows() throws Exception {
        try (XServer x = new XServer();
                CameraProcess server = new CameraProcess("--gop-seconds", "40");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            long earlier = x.openWindow();
            View first = camera.pipeline().show(earlier);
            long session = camera.play();
            awaitFrames(camera, session, 3 * SECOND);
            View second = showBeside(camera, x, session);
            second.close().toCompletableFuture().join();
            x.closeWindow();
            second = showBeside(camera, x, session);
            long later = x.window();
            server.pause("demo1");
            TestCamera.awaitTrue(
                    "the same is shown",
                    10,
                    () -> isStill(camera, session) && x.sample(earlier).equals(x.sample(later)));
            assertEquals(1, video(camera, session).keyFrames());
            assertEquals(0, camera.all(ViewFailed.class).size());
            first.close().toCompletableFuture().join();
            second.close().toCompletableFuture().join();
            x.closeWindow(earlier);
            x.closeWindow(later);
        }
    }

    private static View showBeside(TestCamera camera, XServer x, long session) throws InterruptedException {
        View view = camera.pipeline().show(x.openWindow(320, 0));
        TestCamera.awaitTrue("a picture is shown", 10, () -> x.colours() >= PICTURE);
        awaitFrames(camera, session, SECOND / 2);
        return view;
    }

    private static Vitals.Track video(TestCamera camera, long session) {
        return camera.pipeline().vitals(session).orElseThrow().video();
    }

    private static void awaitFrames(TestCamera camera, long session, int more) throws InterruptedException {
        long frames = video(camera, session).frames() + more;
        TestCamera.awaitTrue("frames come", 20, () -> video(camera, session).frames() >= frames);
    }

    /** How much older the newest picture is than the newest frame. */
    private static long behind(TestCamera camera, long session, View view) {
        Arrivals pictures = view.pictures();
        return video(camera, session).lastArrivalNanos() - pictures.nanos(pictures.count() - 1);
    }

    private static boolean isStill(TestCamera camera, long session) {
        return System.nanoTime() - video(camera, session).lastArrivalNanos() > STILL_NANOS;
    }

    @Test
    void theWindowMayBeResized() throws Exception {
        try (XServer x = new XServer();
                CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(
                        factory,
                        server.url(),
                        TestCamera.Options.TCP.with(
                                new CameraSettings.VideoTransform(true, CameraSettings.Flip.HORIZONTAL, 90)))) {
            View view = camera.pipeline().show(x.openWindow());
            camera.play();
            TestCamera.awaitTrue("a picture is shown", 10, () -> x.colours() >= PICTURE);
            x.resize(600, 500);
            x.clear();
            view.redraw();
            TestCamera.awaitTrue("the picture is back", 10, () -> x.colours() >= PICTURE);
            view.close().toCompletableFuture().join();
            x.closeWindow();
        }
    }

    @Test
    void aDecoderThatDoesNotWorkIsReplaced() throws Exception {
        try (XServer x = new XServer();
                CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(
                        factory, server.url(), TestCamera.Options.TCP.with(List.of("nosuchdec", "identity")))) {
            View view = camera.pipeline().show(x.openWindow());
            camera.play();
            TestCamera.awaitTrue("a picture is shown", 10, () -> x.colours() >= PICTURE);
            view.close().toCompletableFuture().join();
            x.closeWindow();
        }
    }

    /** The session and the recording do not notice. */
    @Test
    void aDecoderThatFailsInTheMiddleOfAStreamIsReplaced() throws Exception {
        FailingDecoder.REPORTING.install();
        try (XServer x = new XServer();
                CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(
                        factory, server.url(), TestCamera.Options.TCP.with(List.of(FailingDecoder.REPORTING.id())))) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            View view = camera.pipeline().show(x.openWindow());
            long session = camera.play();
            TestCamera.awaitTrue("a picture is shown", 10, () -> x.colours() >= PICTURE);
            assertEquals(1, FailingDecoder.REPORTING.made());
            assertFalse(FailingDecoder.REPORTING.isGone());
            TestCamera.awaitTrue("it is given up", 20, FailingDecoder.REPORTING::isGone);
            x.clear();
            TestCamera.awaitTrue("the picture is back", 10, () -> x.colours() >= PICTURE);
            awaitFrames(camera, session, 3 * SECOND);
            assertEquals(1, FailingDecoder.REPORTING.made(), "what failed is not tried again");
            assertEquals(0, camera.all(ViewFailed.class).size());
            assertNothingEnded(camera);
            view.close().toCompletableFuture().join();
            x.closeWindow();
        }
    }

    /** As software decoders do of what they cannot decode: the picture would stand still and look live. */
    @Test
    void aDecoderThatGivesNoPicturesAnyMoreIsReplaced() throws Exception {
        FailingDecoder.SILENT.install();
        try (XServer x = new XServer();
                CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(
                        factory, server.url(), TestCamera.Options.TCP.with(List.of(FailingDecoder.SILENT.id())))) {
            View view = camera.pipeline().show(x.openWindow());
            long session = camera.play();
            TestCamera.awaitTrue("a picture is shown", 10, () -> x.colours() >= PICTURE);
            awaitFrames(camera, session, 3 * SECOND);
            assertFalse(FailingDecoder.SILENT.isGone());
            TestCamera.awaitTrue("pictures keep up with frames", 10, () -> behind(camera, session, view) < STILL_NANOS);
            FailingDecoder.SILENT.silence();
            TestCamera.awaitTrue(
                    "the view tells that its picture stands still while frames arrive, before the decoder is given up",
                    10,
                    () -> behind(camera, session, view) >= STILL_NANOS
                            && !isStill(camera, session)
                            && !FailingDecoder.SILENT.isGone());
            TestCamera.awaitTrue("it is given up", 20, FailingDecoder.SILENT::isGone);
            x.clear();
            TestCamera.awaitTrue("the picture is back", 10, () -> x.colours() >= PICTURE);
            TestCamera.awaitTrue(
                    "pictures keep up with frames again", 10, () -> behind(camera, session, view) < STILL_NANOS);
            assertEquals(1, FailingDecoder.SILENT.made(), "what failed is not tried again");
            assertEquals(0, camera.all(ViewFailed.class).size());
            view.close().toCompletableFuture().join();
            x.closeWindow();
        }
    }

    @Test
    void aPictureIsTurnedWhileItIsShown() throws Exception {
        try (XServer x = new XServer();
                CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            View view = camera.pipeline().show(x.openWindow());
            camera.play();
            TestCamera.awaitTrue("a picture is shown", 10, () -> x.colours(0, 0, 50, 240) >= PICTURE);
            camera.show(TestCamera.Options.TCP.with(
                    new CameraSettings.VideoTransform(true, CameraSettings.Flip.HORIZONTAL, 90)));
            TestCamera.awaitTrue(
                    "it stands upright",
                    10,
                    () -> x.colours(0, 0, 50, 240) == 1 && x.colours(100, 0, 220, 240) >= PICTURE);
            camera.show(TestCamera.Options.TCP);
            TestCamera.awaitTrue("it lies again", 10, () -> x.colours(0, 0, 50, 240) >= PICTURE);
            view.close().toCompletableFuture().join();
            x.closeWindow();
            assertNothingEnded(camera);
        }
    }

    @Test
    void anotherDecoderGoesOnWithThePicture() throws Exception {
        try (XServer x = new XServer();
                CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            View view = camera.pipeline().show(x.openWindow());
            camera.play();
            TestCamera.awaitTrue("a picture is shown", 10, () -> x.colours() >= PICTURE);
            String first = "decoding-2";
            String second = "decoding-3";
            fail(camera, first);
            x.clear();
            TestCamera.awaitTrue("the picture is back", 10, () -> x.colours() >= PICTURE);
            assertEquals(0, camera.all(ViewFailed.class).size());
            fail(camera, first);
            fail(camera, second);
            ViewFailed failed = camera.await(ViewFailed.class, 5);
            assertTrue(failed.reason().startsWith("No decoder can show"), failed.reason());
            assertEquals(ViewFailure.PICTURES, failed.lack());
            view.close().toCompletableFuture().join();
            x.closeWindow();
            assertNothingEnded(camera);
        }
    }

    /** A decoder that gives up in the middle of a stream; none of those that are installed does so at will. */
    private static void fail(TestCamera camera, String part) throws ReflectiveOperationException {
        Class<?> pipeline = camera.pipeline().getClass();
        Class<?> message = pipeline.getClassLoader().loadClass(pipeline.getPackageName() + ".PartMessage");
        Constructor<?> make = message.getDeclaredConstructors()[0];
        make.setAccessible(true);
        Object error = make.newInstance(
                part,
                "decoder",
                make.getParameterTypes()[2].getEnumConstants()[0],
                "gst-stream-error-quark",
                7,
                "broken",
                "on purpose");
        Method request = pipeline.getDeclaredMethod("request", Runnable.class);
        request.setAccessible(true);
        Method hear = pipeline.getDeclaredMethod("onMessage", message);
        hear.setAccessible(true);
        Runnable telling = () -> {
            try {
                hear.invoke(camera.pipeline(), error);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
        request.invoke(camera.pipeline(), telling);
    }

    private static void assertNothingEnded(TestCamera camera) throws InterruptedException {
        TestCamera.awaitTrue(
                "a file is written", 10, () -> !camera.all(SegmentOpened.class).isEmpty());
        assertEquals(0, camera.all(SegmentClosed.class).size());
        assertEquals(1, camera.all(SegmentOpened.class).size());
        assertEquals(0, camera.all(SessionFailed.class).size());
    }

    @Test
    void aViewThatCannotBeShownFailsAlone() throws Exception {
        XServer.hide();
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            camera.play();
            View view = camera.pipeline().show(1);
            ViewFailed failed = camera.await(ViewFailed.class, 5);
            assertSame(view, failed.view());
            assertEquals(ViewFailure.WINDOW, failed.lack());
            view.close().toCompletableFuture().join();
            camera.await(SegmentOpened.class, 5);
            camera.pipeline().splitRecording();
            SegmentClosed segment = camera.await(SegmentClosed.class, 5);
            assertTrue(segment.frames() > 0);
            assertEquals(0, camera.all(SessionFailed.class).size());
        }
    }
}
