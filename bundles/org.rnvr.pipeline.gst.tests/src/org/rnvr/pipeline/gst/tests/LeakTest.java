package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.Container;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.PipelineEvent.SegmentClosed;
import org.rnvr.pipeline.PipelineEvent.SegmentOpened;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.gst.tests.Films.Film;
import org.rnvr.playback.Playback;
import org.rnvr.playback.Player;
import org.rnvr.recording.RecordingCatalog;
import org.slf4j.LoggerFactory;

/** What is done again and again leaves nothing behind in this process, in which nothing else goes on meanwhile. */
@Isolated
@Timeout(180)
class LeakTest {

    private static final long SOME_PICTURES_NANOS = 250_000_000;
    /** A thread that waits for work does so for a minute. */
    private static final Duration LONGEST_KEPT = Duration.ofSeconds(65);

    private static PipelineFactory factory;

    @TempDir
    private Path folder;

    @BeforeAll
    static void getFactory() {
        factory = Pipelines.factory();
    }

    @Test
    void fiftyReplacementsUnderARecording() throws Exception {
        try (CameraProcess server = new CameraProcess("--gop-seconds", "1", "--audio", "pcmu");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, Container.MKV, Duration.ofMinutes(10));
            long session = camera.play();
            for (int i = 0; i < 5; i++) {
                session = replace(camera, session);
            }
            Usage before = Usage.read();
            for (int i = 0; i < 50; i++) {
                session = replace(camera, session);
            }
            assertNoMoreThan(before);
        }
    }

    private static long replace(TestCamera camera, long session) throws InterruptedException {
        long next = camera.ready();
        long activated = System.nanoTime();
        camera.pipeline().activate(next);
        ReplacementTest.assertStartedJustBefore(
                activated, camera.await(SegmentOpened.class, 5, opened -> opened.session() == next));
        camera.pipeline().closeSession(session).toCompletableFuture().join();
        return next;
    }

    @Test
    void fiftyStandbysBesideARecordingWhichTheyDoNotDisturb() throws Exception {
        assumeFalse(MediaFile.ffprobeIsMissing(), "ffprobe is not installed");
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            camera.play();
            camera.await(SegmentOpened.class, 5);
            for (int i = 0; i < 5; i++) {
                openAndClose(camera);
            }
            Usage before = Usage.read();
            for (int i = 0; i < 50; i++) {
                openAndClose(camera);
            }
            assertNoMoreThan(before);
            SegmentClosed segment = StandbyTest.stop(camera);
            assertEquals(List.of(segment), camera.all(SegmentClosed.class));
            StandbyTest.assertWhole(segment, Transport.TCP);
        }
    }

    private static void openAndClose(TestCamera camera) throws InterruptedException {
        long standby = camera.ready();
        camera.pipeline().closeSession(standby).toCompletableFuture().join();
    }

    @Test
    @Timeout(300)
    void aHundredRecordingsThatBeginWithWhatIsKept() throws Exception {
        List<TestCamera> cameras = new ArrayList<>();
        try (CameraProcess server = new CameraProcess("--audio", "aac")) {
            List<Long> sessions = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP);
                cameras.add(camera);
                camera.pipeline().remember(Duration.ofSeconds(2), PrerollTest.PLENTY);
                sessions.add(camera.play());
            }
            for (int i = 0; i < 5; i++) {
                record(cameras, sessions, i);
            }
            Usage before = Usage.read();
            for (int i = 5; i < 30; i++) {
                record(cameras, sessions, i);
            }
            assertNoMoreThan(before);
        } finally {
            for (TestCamera camera : cameras) {
                camera.close();
            }
        }
    }

    private void record(List<TestCamera> cameras, List<Long> sessions, int round) throws Exception {
        for (int i = 0; i < cameras.size(); i++) {
            if (round % 5 == 0) {
                long before = sessions.get(i);
                sessions.set(i, cameras.get(i).play());
                cameras.get(i)
                        .pipeline()
                        .closeSession(before)
                        .toCompletableFuture()
                        .join();
            }
            PrerollTest.awaitFrames(cameras.get(i), sessions.get(i), Duration.ofMillis(200));
            Path own = folder.resolve(round + "-" + i);
            cameras.get(i).record(Files.createDirectory(own), Container.MKV, Duration.ofMinutes(10));
        }
        for (TestCamera camera : cameras) {
            long session = sessions.get(cameras.indexOf(camera));
            camera.await(SegmentOpened.class, 5, opened -> opened.session() == session);
            PrerollTest.stop(camera);
        }
    }

    @Test
    void thirtyDrawnViewsThatAreClosedOfWhichSomeAreSlow() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.play();
            for (int i = 0; i < 5; i++) {
                draw(camera, i);
            }
            Usage before = Usage.read();
            for (int i = 0; i < 30; i++) {
                draw(camera, i);
            }
            assertNoMoreThan(before);
        }
    }

    private static void draw(TestCamera camera, int round) throws InterruptedException {
        Painter painter = new Painter();
        View view = camera.pipeline().draw(painter);
        view.resized(320 - round, 240);
        TestCamera.awaitTrue("pictures come", 10, () -> painter.count() > 2);
        if (round % 3 == 0) {
            painter.stop();
            long stopped = System.nanoTime();
            TestCamera.awaitTrue("they come on", 10, () -> DrawingTest.newest(view) - stopped > SOME_PICTURES_NANOS);
            painter.goOn();
        }
        view.close().toCompletableFuture().join();
    }

    @Test
    void twentyPlayersThatAreClosed() throws Exception {
        assumeFalse(XServer.isMissing() || Films.toolsAreMissing(), "Xvfb, ffmpeg or gst-launch is not installed");
        Playback playback = Pipelines.playback();
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        ListedCatalog catalog = new ListedCatalog();
        catalog.add(
                "a", new Films(folder).make(Film.of("h264").silent(), "mp4"), start, Duration.ofSeconds(Films.SECONDS));
        ServiceRegistration<RecordingCatalog> registration = FrameworkUtil.getBundle(LeakTest.class)
                .getBundleContext()
                .registerService(RecordingCatalog.class, catalog, null);
        try (XServer x = new XServer()) {
            Usage before = Usage.read();
            for (int i = 0; i < 20; i++) {
                play(playback, x, start.plusMillis(200L * i), i % 2 == 0);
                if (i == 5) {
                    before = Usage.read();
                }
            }
            assertNoMoreThan(before);
        } finally {
            registration.unregister();
        }
    }

    private static void play(Playback playback, XServer x, Instant moment, boolean viewFirst)
            throws InterruptedException {
        Player player = playback.open();
        try (Watcher watcher = new Watcher(player)) {
            long window = x.openWindow();
            View view = player.show("a", window);
            player.seek(moment);
            player.play(1);
            watcher.await(0, state -> state.position().isAfter(moment.plusMillis(200)));
            if (viewFirst) {
                view.close().toCompletableFuture().join();
            }
            player.close().toCompletableFuture().join();
            view.close().toCompletableFuture().join();
            x.closeWindow(window);
        }
        player.seek(moment);
        player.show("a", 1).close().toCompletableFuture().join();
    }

    private static void assertNoMoreThan(Usage before) throws Exception {
        Usage after = Usage.read();
        // What is kept for the next use goes after a while, a leak never does.
        long end = System.nanoTime() + LONGEST_KEPT.toNanos();
        while (!after.isNoMoreThan(before) && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(1);
            after = Usage.read();
        }
        LoggerFactory.getLogger(LeakTest.class).info("{} became {}", before, after);
        assertTrue(after.isNoMoreThan(before), before + " became " + after);
    }
}
