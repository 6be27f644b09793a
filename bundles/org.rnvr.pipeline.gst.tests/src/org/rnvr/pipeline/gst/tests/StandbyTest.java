package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.Container;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.PipelineEvent.SegmentClosed;
import org.rnvr.pipeline.PipelineEvent.SegmentOpened;
import org.rnvr.pipeline.PipelineEvent.SessionFailed;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.Vitals;
import org.slf4j.LoggerFactory;

/** A standby session is held beside a live one for seconds, and then needed or not. */
@ExtendWith(Undisturbed.class)
@Timeout(180)
class StandbyTest {

    private static final int FRAMES_PER_SECOND = 25;
    private static final double FRAME_SECONDS = 1.0 / FRAMES_PER_SECOND;
    /** The first frames of a session come in a burst, and their times are those of their arrival. */
    private static final int BURST = FRAMES_PER_SECOND;

    private static final Duration SUSPICIOUS = Duration.ofMillis(350);
    private static final Duration HOLD = Duration.ofSeconds(3);
    private static final Duration CLOSE_TO = Duration.ofMillis(150);

    private static PipelineFactory factory;

    @TempDir
    private Path folder;

    @BeforeAll
    static void getFactory() {
        factory = Pipelines.factory();
    }

    @BeforeEach
    void needFfprobe() {
        assumeFalse(MediaFile.ffprobeIsMissing(), "ffprobe is not installed");
    }

    @ParameterizedTest
    @CsvSource({"TCP, MP4, none", "UDP, MP4, none", "TCP, MKV, aac"})
    void aStandbyThatIsNotNeededDisturbsNothing(Transport transport, Container container, String audio)
            throws Exception {
        try (CameraProcess server = new CameraProcess("--audio", audio);
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP.with(transport))) {
            camera.record(folder, container, Duration.ofMinutes(10));
            long live = camera.play();
            camera.await(SegmentOpened.class, 5);
            long standby = readyBeside(camera);
            awaitFrames(camera, live, HOLD);
            camera.pipeline().closeSession(standby).toCompletableFuture().join();
            awaitFrames(camera, live, Duration.ofSeconds(2));
            SegmentClosed segment = stop(camera);
            assertEquals(List.of(segment), camera.all(SegmentClosed.class));
            assertWhole(segment, transport);
            if (!audio.equals("none")) {
                assertSound(segment);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3, none, MP4", "3, aac, MKV", "7, none, MP4"})
    void aStandbyThatIsNeededGivesAllThatItHeld(int seconds, String audio, Container container) throws Exception {
        try (CameraProcess server = new CameraProcess("--audio", audio);
                Wire wire = new Wire(server.url());
                TestCamera camera = TestCamera.open(factory, wire.url(), TestCamera.Options.TCP)) {
            camera.record(folder, container, Duration.ofMinutes(10));
            long live = camera.play();
            camera.await(SegmentOpened.class, 5);
            awaitFrames(camera, live, Duration.ofSeconds(2));
            wire.connection(0).interrupt();
            awaitSilence(camera, live);
            camera.pipeline().flushRecording();
            camera.pipeline().requestReply(live);
            long standby = readyBeside(camera);
            awaitTime(Duration.ofSeconds(seconds));
            Instant lastOfLive = arrivalOfLast(camera, live);
            Instant firstOfStandby = arrivalOfLast(camera, standby);
            camera.pipeline().activate(standby);
            SegmentOpened opened = camera.await(SegmentOpened.class, 5);
            assertEquals(standby, opened.session());
            assertClose(firstOfStandby, opened.start());
            camera.pipeline().closeSession(live).toCompletableFuture().join();
            SegmentClosed first = camera.await(SegmentClosed.class, 1);
            assertEquals(SegmentEnd.RECONNECTION, first.cause());
            assertClose(lastOfLive, first.end());
            assertWhole(first, Transport.TCP);
            awaitFrames(camera, standby, Duration.ofSeconds(2));
            Instant beforeTheEnd = arrivalOfLast(camera, standby);
            SegmentClosed second = stop(camera);
            Instant afterTheEnd = arrivalOfLast(camera, standby);
            assertClose(opened.start(), second.start());
            assertTrue(
                    second.end().isAfter(beforeTheEnd.minus(CLOSE_TO))
                            && second.end().isBefore(afterTheEnd.plus(CLOSE_TO)),
                    second.end() + " not between " + beforeTheEnd + " and " + afterTheEnd);
            assertWhole(second, Transport.TCP);
            assertLength(Duration.between(second.start(), second.end()), second);
            if (!audio.equals("none")) {
                assertSound(second);
            }
        }
    }

    @Test
    void whatAStandbyHoldsIsNotLostOverUdp() throws Exception {
        try (CameraProcess server = new CameraProcess();
                TestCamera camera =
                        TestCamera.open(factory, server.url(), TestCamera.Options.TCP.with(Transport.UDP))) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            long live = camera.play();
            camera.await(SegmentOpened.class, 5);
            long standby = readyBeside(camera);
            Instant firstOfStandby = arrivalOfLast(camera, standby);
            awaitFrames(camera, live, HOLD);
            camera.pipeline().activate(standby);
            assertClose(firstOfStandby, camera.await(SegmentOpened.class, 5).start());
            camera.pipeline().closeSession(live).toCompletableFuture().join();
            assertWhole(camera.await(SegmentClosed.class, 1), Transport.UDP);
            awaitFrames(camera, standby, Duration.ofSeconds(2));
            SegmentClosed second = stop(camera);
            assertWhole(second, Transport.UDP);
            assertLength(Duration.between(second.start(), second.end()), second);
        }
    }

    @ParameterizedTest
    @CsvSource({"none, MP4", "aac, MKV", "aac, MP4", "pcma, TS"})
    void whatTheLiveSessionDeliversLateGoesIntoTheSameFile(String audio, Container container) throws Exception {
        try (CameraProcess server = new CameraProcess("--audio", audio);
                Wire wire = new Wire(server.url());
                TestCamera camera = TestCamera.open(factory, wire.url(), TestCamera.Options.TCP)) {
            camera.record(folder, container, Duration.ofMinutes(10));
            long live = camera.play();
            camera.await(SegmentOpened.class, 5);
            awaitFrames(camera, live, Duration.ofSeconds(2));
            wire.connection(0).interrupt();
            awaitSilence(camera, live);
            camera.pipeline().flushRecording();
            camera.pipeline().requestReply(live);
            long standby = readyBeside(camera);
            awaitTime(HOLD);
            wire.connection(0).resume();
            awaitFrames(camera, live, HOLD);
            camera.pipeline().closeSession(standby).toCompletableFuture().join();
            TestCamera.awaitTrue(
                    "the camera is told", 5, () -> wire.connection(1).requests("TEARDOWN") == 1);
            assertEquals(0, wire.connection(0).requests("TEARDOWN"));
            awaitFrames(camera, live, Duration.ofSeconds(2));
            SegmentClosed segment = stop(camera);
            assertEquals(List.of(segment), camera.all(SegmentClosed.class));
            assertWhole(segment, Transport.TCP);
            assertLength(Duration.between(segment.start(), segment.end()), segment);
            if (!audio.equals("none")) {
                assertSound(segment);
            }
        }
    }

    @Test
    void aCameraWithRoomForOneSessionRefusesTheStandbyAndServesTheLiveOneOn() throws Exception {
        try (CameraProcess server = new CameraProcess("--max-sessions", "1");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP)) {
            camera.record(folder, Container.MP4, Duration.ofMinutes(10));
            long live = camera.play();
            camera.await(SegmentOpened.class, 5);
            for (int i = 0; i < 3; i++) {
                long standby = camera.pipeline().openSession();
                SessionFailed failed = camera.await(SessionFailed.class, 10);
                assertEquals(standby, failed.session());
                assertEquals(
                        FailureKind.BUSY,
                        failed.failure().kind(),
                        failed.failure().text());
                camera.pipeline().closeSession(standby).toCompletableFuture().join();
            }
            awaitFrames(camera, live, Duration.ofSeconds(2));
            assertWhole(stop(camera), Transport.TCP);
        }
    }

    private static long readyBeside(TestCamera camera) throws InterruptedException {
        long begin = System.nanoTime();
        long standby = camera.ready();
        LoggerFactory.getLogger(StandbyTest.class)
                .info("standby ready after {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        return standby;
    }

    private static void awaitSilence(TestCamera camera, long session) throws InterruptedException {
        TestCamera.awaitTrue(
                "silence",
                5,
                () -> System.nanoTime() - video(camera, session).lastArrivalNanos() > SUSPICIOUS.toNanos());
    }

    private static void awaitTime(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        TestCamera.awaitTrue("time passes", (int) time.toSeconds() + 5, () -> System.nanoTime() - end > 0);
    }

    private static void awaitFrames(TestCamera camera, long session, Duration time) throws InterruptedException {
        long frames = video(camera, session).frames() + time.toMillis() * FRAMES_PER_SECOND / 1000;
        TestCamera.awaitTrue(
                "frames arrive",
                (int) time.toSeconds() + 10,
                () -> video(camera, session).frames() >= frames);
    }

    private static Vitals.Track video(TestCamera camera, long session) {
        return camera.pipeline().vitals(session).orElseThrow().video();
    }

    private static Instant arrivalOfLast(TestCamera camera, long session) {
        return Instant.now()
                .minusNanos(System.nanoTime() - video(camera, session).lastArrivalNanos());
    }

    static SegmentClosed stop(TestCamera camera) throws InterruptedException {
        camera.pipeline().stopRecording(SegmentEnd.STOP).toCompletableFuture().join();
        return camera.await(SegmentClosed.class, 5, segment -> segment.cause() == SegmentEnd.STOP);
    }

    private static void assertClose(Instant expected, Instant actual) {
        Duration apart = Duration.between(expected, actual).abs();
        assertTrue(apart.compareTo(CLOSE_TO) < 0, actual + " instead of " + expected);
    }

    /** Every frame the camera made is there once, at its time, and can be decoded. */
    static void assertWhole(SegmentClosed segment, Transport transport) throws IOException {
        List<MediaFile.Packet> video = MediaFile.read(segment.file()).video();
        assertEquals(segment.frames(), video.size());
        assertTrue(video.get(0).key());
        for (int i = 1; i < video.size(); i++) {
            double step = video.get(i).time() - video.get(i - 1).time();
            assertTrue(step > 0, "frame " + i + " comes " + step + " s after the one before");
            if (i > BURST) {
                assertEquals(FRAME_SECONDS, step, transport == Transport.TCP ? 0.02 : 0.1, "before frame " + i);
            }
            assertEquals(i % FRAMES_PER_SECOND == 0, video.get(i).key(), "frame " + i);
        }
        assertEquals("", MediaFile.complaints(segment.file()));
    }

    private static void assertLength(Duration expected, SegmentClosed segment) {
        assertEquals(expected.toMillis() / 1000.0, segment.frames() * FRAME_SECONDS, 0.8, segment.toString());
    }

    private static void assertSound(SegmentClosed segment) throws IOException {
        List<MediaFile.Packet> audio = MediaFile.read(segment.file()).audio();
        assertTrue(audio.size() > 1, "there is no sound");
        double span = audio.get(audio.size() - 1).time() - audio.get(0).time();
        assertEquals(segment.frames() * FRAME_SECONDS, span, 0.8, "sound of " + segment);
        for (int i = 1; i < audio.size(); i++) {
            double step = audio.get(i).time() - audio.get(i - 1).time();
            assertTrue(step > 0 && step < 0.3, "sound " + step + " s after the one before");
        }
    }
}
