package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.Vitals;

/** Vitals tell when frames came, and when the camera took them. */
@ExtendWith(Undisturbed.class)
@Timeout(90)
class VitalsTest {

    private static final long FRAME_NANOS = 40_000_000;
    private static final int SETTLED = 50;
    private static final int SOME = 10;

    private static PipelineFactory factory;

    @BeforeAll
    static void getFactory() {
        factory = Pipelines.factory();
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"TCP", "UDP"})
    void presentationGoesOnByTheCamerasClock(Transport transport) throws Exception {
        try (CameraProcess server = new CameraProcess("--audio", "pcmu");
                TestCamera camera = TestCamera.open(factory, server.url(), TestCamera.Options.TCP.with(transport))) {
            long session = camera.play();
            long usual = leastLateness(camera, session, SETTLED);
            Vitals before = read(camera, session);
            Vitals after = after(camera, session, before.video().frames() + 100);
            long frames = after.video().frames() - before.video().frames();
            assertEquals(
                    frames * FRAME_NANOS,
                    after.video().lastPresentationNanos() - before.video().lastPresentationNanos(),
                    2 * FRAME_NANOS);
            assertEquals(0, leastLateness(camera, session, 0) - usual, 5 * FRAME_NANOS);
            assertEquals(32, after.video().recent().count());
            assertEquals(
                    after.audio().orElseThrow().lastPresentationNanos()
                            - before.audio().orElseThrow().lastPresentationNanos(),
                    frames * FRAME_NANOS,
                    5 * FRAME_NANOS);
        }
    }

    @Test
    void whatIsHeldBackIsSeenAsLateAndCatchesUp() throws Exception {
        try (CameraProcess server = new CameraProcess();
                Wire wire = new Wire(server.url());
                TestCamera camera = TestCamera.open(factory, wire.url(), TestCamera.Options.TCP)) {
            long session = camera.play();
            long usual = leastLateness(camera, session, SETTLED);
            Vitals before = read(camera, session);
            wire.connection(0).interrupt();
            // Fewer frames than arrivals are told.
            long silence = Duration.ofMillis(800).toNanos();
            TestCamera.awaitTrue(
                    "silence",
                    5,
                    () -> System.nanoTime() - read(camera, session).video().lastArrivalNanos() > silence);
            Vitals.Track last = read(camera, session).video();
            wire.connection(0).resume();
            Vitals burst = after(camera, session, last.frames() + 15);
            long pause = longestPause(burst.video().recent());
            long longest = System.nanoTime() - last.lastArrivalNanos();
            assertTrue(pause > silence && pause < longest, pause + " of " + silence + " to " + longest);
            Vitals later = after(camera, session, last.frames() + 100);
            assertEquals(0, leastLateness(camera, session, 0) - usual, 5 * FRAME_NANOS);
            long frames = later.video().frames() - before.video().frames();
            assertEquals(
                    frames * FRAME_NANOS,
                    later.video().lastPresentationNanos() - before.video().lastPresentationNanos(),
                    2 * FRAME_NANOS);
        }
    }

    /** Of some frames from a number on: any of them a busy machine may take late. */
    private static long leastLateness(TestCamera camera, long session, long from) throws InterruptedException {
        Vitals.Track track = after(camera, session, from).video();
        long least = lateness(track);
        for (int i = 0; i < SOME; i++) {
            track = after(camera, session, track.frames() + 1).video();
            least = Math.min(least, lateness(track));
        }
        return least;
    }

    private static long lateness(Vitals.Track track) {
        return track.lastArrivalNanos() - track.lastPresentationNanos();
    }

    private static long longestPause(Arrivals arrivals) {
        long longest = 0;
        for (int i = 1; i < arrivals.count(); i++) {
            long pause = arrivals.nanos(i) - arrivals.nanos(i - 1);
            assertTrue(pause >= 0, arrivals.toString());
            longest = Math.max(longest, pause);
        }
        return longest;
    }

    private static Vitals read(TestCamera camera, long session) {
        return camera.pipeline().vitals(session).orElseThrow();
    }

    private static Vitals after(TestCamera camera, long session, long frames) throws InterruptedException {
        TestCamera.awaitTrue(
                "frames arrive", 15, () -> read(camera, session).video().frames() >= frames);
        return read(camera, session);
    }
}
