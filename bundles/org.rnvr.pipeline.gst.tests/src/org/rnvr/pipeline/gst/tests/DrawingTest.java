package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.rnvr.config.CameraSettings;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.PipelineEvent.SessionFailed;
import org.rnvr.pipeline.PipelineEvent.ViewFailed;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.ViewFailure;
import org.rnvr.pipeline.Vitals;

/** Pictures come to who draws them, without a window. The camera's are 320 x 240. */
@ResourceLock(XServer.LOCK)
@Timeout(120)
class DrawingTest {

    private static final int SECOND = 25;
    private static final long STILL_NANOS = 500_000_000;

    private static PipelineFactory factory;

    private final Painter painter = new Painter();

    @BeforeAll
    static void getFactory() {
        factory = Pipelines.factory();
    }

    @Test
    void picturesFitIntoTheSizeThatIsToldAndFollowIt() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            View view = camera.pipeline().draw(painter);
            assertEquals(Arrivals.NONE, view.pictures());
            view.resized(160, 160);
            camera.play();
            awaitSize(160, 120);
            assertTrue(view.pictures().count() > 0);
            view.resized(200, 60);
            awaitSize(80, 60);
            view.resized(0, 0);
            awaitCount(painter.count() + SECOND / 5);
            view.resized(4000, 3000);
            awaitSize(320, 240);
            view.close().toCompletableFuture().join();
            assertNothingFailed(camera);
        }
    }

    @Test
    void picturesComeInTheirOwnSizeUntilOneIsTold() throws Exception {
        try (CameraProcess server = new CameraProcess("--codec", "h265");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.play();
            View view = camera.pipeline().draw(painter);
            awaitSize(320, 240);
            view.close().toCompletableFuture().join();
            assertNothingFailed(camera);
        }
    }

    @Test
    void aTurnedPictureIsTurnedBeforeItIsFitted() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            View view = camera.pipeline().draw(painter);
            view.resized(160, 160);
            camera.play();
            awaitSize(160, 120);
            camera.show(TestCamera.Options.TCP.with(
                    new CameraSettings.VideoTransform(true, CameraSettings.Flip.HORIZONTAL, 90)));
            awaitSize(120, 160);
            camera.show(TestCamera.Options.TCP);
            awaitSize(160, 120);
            view.close().toCompletableFuture().join();
            assertNothingFailed(camera);
        }
    }

    @Test
    void whatIsDrawnIsWhatAWindowShows() throws Exception {
        assumeFalse(XServer.isMissing(), "Xvfb is not installed");
        try (XServer x = new XServer();
                CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            long window = x.openWindow();
            View shown = camera.pipeline().show(window);
            View drawn = camera.pipeline().draw(painter);
            drawn.resized(320, 240);
            long session = camera.play();
            awaitSize(320, 240);
            server.pause("demo1");
            TestCamera.awaitTrue(
                    "the same is seen",
                    10,
                    () -> System.nanoTime() - video(camera, session).lastArrivalNanos() > STILL_NANOS
                            && painter.sample().equals(x.sample(window)));
            shown.close().toCompletableFuture().join();
            drawn.close().toCompletableFuture().join();
            x.closeWindow();
            assertNothingFailed(camera);
        }
    }

    @Test
    void noPictureComesAfterTheEnd() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            View view = camera.pipeline().draw(painter);
            long session = camera.play();
            awaitCount(SECOND / 2);
            view.close().toCompletableFuture().join();
            int count = painter.count();
            view.resized(100, 100);
            view.redraw();
            awaitFrames(camera, session, SECOND);
            assertEquals(count, painter.count());
            View next = camera.pipeline().draw(painter);
            awaitCount(count + SECOND / 2);
            camera.pipeline().close().toCompletableFuture().join();
            count = painter.count();
            next.close().toCompletableFuture().join();
            TimeUnit.NANOSECONDS.sleep(STILL_NANOS);
            assertEquals(count, painter.count());
        }
    }

    /** Neither the camera's frames nor other views wait, and pictures do not either. */
    @Test
    void whoIsSlowMissesPictures() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            Painter other = new Painter();
            View quick = camera.pipeline().draw(other);
            View slow = camera.pipeline().draw(painter);
            long session = camera.play();
            awaitCount(SECOND / 2);
            painter.stop();
            TestCamera.awaitTrue("it has its hands full", 10, painter::isHeldUp);
            int stopped = painter.count();
            int othersBefore = other.count();
            awaitFrames(camera, session, 3 * SECOND);
            TestCamera.awaitTrue("the other view goes on", 10, () -> other.count() - othersBefore > 2 * SECOND);
            long later = System.nanoTime();
            TestCamera.awaitTrue("it is decoded as before, for when it is wanted", 10, () -> newest(slow) > later);
            server.pause("demo1");
            TestCamera.awaitTrue(
                    "nothing is under way",
                    10,
                    () -> System.nanoTime() - video(camera, session).lastArrivalNanos() > STILL_NANOS
                            && System.nanoTime() - newest(slow) > STILL_NANOS);
            assertEquals(stopped, painter.count());
            painter.goOn();
            awaitCount(stopped + 1);
            TimeUnit.NANOSECONDS.sleep(STILL_NANOS);
            assertEquals(stopped + 1, painter.count(), "of all that it missed it gets the newest");
            server.resume("demo1");
            awaitFrames(camera, session, SECOND);
            awaitCount(stopped + 1 + SECOND / 2);
            assertFalse(painter.wasCrowded());
            quick.close().toCompletableFuture().join();
            slow.close().toCompletableFuture().join();
            assertNothingFailed(camera);
        }
    }

    @Test
    void whoFailsGetsTheNextPictureAllTheSame() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            View view = camera.pipeline().draw(picture -> {
                painter.accept(picture);
                throw new IllegalStateException("expected by the test");
            });
            camera.play();
            awaitCount(SECOND / 2);
            view.close().toCompletableFuture().join();
            assertNothingFailed(camera);
        }
    }

    @Test
    void whatNoWindowShowsCanBeDrawn() throws Exception {
        XServer.hide();
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            View shown = camera.pipeline().show(1);
            camera.play();
            assertEquals(ViewFailure.WINDOW, camera.await(ViewFailed.class, 5).lack());
            View drawn = camera.pipeline().draw(painter);
            drawn.resized(160, 160);
            awaitSize(160, 120);
            shown.close().toCompletableFuture().join();
            drawn.close().toCompletableFuture().join();
        }
    }

    private void awaitSize(int width, int height) throws InterruptedException {
        TestCamera.awaitTrue(width + " x " + height + " come", 10, () -> painter.has(width, height));
    }

    private void awaitCount(int count) throws InterruptedException {
        TestCamera.awaitTrue(count + " pictures come", 10, () -> painter.count() >= count);
    }

    /** When the newest picture of a view came. */
    static long newest(View view) {
        Arrivals pictures = view.pictures();
        return pictures.nanos(pictures.count() - 1);
    }

    private static Vitals.Track video(TestCamera camera, long session) {
        return camera.pipeline().vitals(session).orElseThrow().video();
    }

    private static void awaitFrames(TestCamera camera, long session, int more) throws InterruptedException {
        long frames = video(camera, session).frames() + more;
        TestCamera.awaitTrue("frames come", 20, () -> video(camera, session).frames() >= frames);
    }

    private static void assertNothingFailed(TestCamera camera) {
        assertEquals(0, camera.all(ViewFailed.class).size());
        assertEquals(0, camera.all(SessionFailed.class).size());
    }
}
