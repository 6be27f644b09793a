package org.rnvr.detect.keepalive.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Probe;
import org.rnvr.pipeline.ReplyOutcome;

class KeepaliveDetectorTest {

    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final long NEVER = Long.MAX_VALUE / 4;

    private final KeepaliveDetector detector = new KeepaliveDetector(new Timing(FIVE), 0);
    private long now;

    @Test
    void asksAtOnceAndThenAtTheInterval() {
        SimulatedCamera camera = new SimulatedCamera(NEVER, 0);
        camera.watch(FIVE, 60_000);
        assertEquals(12, camera.requests(), 1);
        assertEquals(0, camera.probes(), "no further connection while media come");
        assertTrue(camera.suspect().isEmpty());
    }

    @Test
    void cameraThatNeverAnsweredIsNeitherSuspectedNorConvicted() {
        SimulatedCamera camera = SimulatedCamera.cutForEver(20_000);
        camera.answersRequests = false;
        camera.watch(FIVE, 120_000);
        assertTrue(camera.dead().isEmpty());
        assertTrue(camera.suspect().isEmpty());
    }

    @Test
    void cameraThatSwallowsRequestsWhileMediaComeIsAskedOnce() {
        SimulatedCamera camera = new SimulatedCamera(NEVER, 0);
        camera.answersRequests = false;
        camera.watch(FIVE, 120_000);
        assertEquals(1, camera.requests());
        assertTrue(camera.dead().isEmpty());
    }

    @Test
    void cameraThatAnswersButSendsNothingIsAlive() {
        SimulatedCamera camera = new SimulatedCamera(NEVER, 0);
        camera.mediaStopAt = 10_000;
        camera.watch(FIVE, 60_000);
        assertTrue(camera.dead().isEmpty());
        assertTrue(camera.suspect().isEmpty());
        assertTrue(camera.requests() < 35, "asked at a bearable pace: " + camera.requests());
    }

    @Test
    void cameraWithoutRequestsIsJudgedByConnections() {
        SimulatedCamera camera = SimulatedCamera.cutForEver(20_000);
        camera.offersRequests = false;
        camera.watch(FIVE, 60_000);
        long silence = camera.dead().orElseThrow().silence();
        assertTrue(silence >= 5000 && silence <= 10_000, "noticed after " + silence + " ms");
        assertEquals(1, camera.requests());
    }

    @Test
    void shortCutOfACameraWithoutRequestsConvictsNot() {
        for (int timeout : new int[] {3, 5}) {
            for (long offset = 0; offset < 3000; offset += 20) {
                SimulatedCamera camera = new SimulatedCamera(5000 + offset, 3000);
                camera.offersRequests = false;
                camera.watch(Duration.ofSeconds(timeout), 25_000);
                assertTrue(camera.dead().isEmpty());
                assertEquals(Grade.HEALTHY, camera.last());
            }
        }
    }

    @Test
    void cameraThatAnswersNothingAtAllIsNeverConvicted() {
        SimulatedCamera camera = SimulatedCamera.cutForEver(20_000);
        camera.offersRequests = false;
        camera.answersProbes = false;
        camera.watch(FIVE, 120_000);
        assertTrue(camera.dead().isEmpty());
        assertTrue(camera.suspect().isEmpty());
    }

    @Test
    void errorStatusIsASignOfLife() {
        assertEquals(Set.of(Probe.SESSION_REQUEST), tick().probes());
        answer(501);
        for (int i = 0; i < 600; i++) {
            Assessment assessment = tick();
            assertEquals(Grade.HEALTHY, assessment.grade());
            if (assessment.probes().contains(Probe.SESSION_REQUEST)) {
                answer(501);
            }
        }
    }

    @Test
    void unknownSessionInSilenceIsDead() {
        tick();
        answer(454);
        Assessment last = Assessment.HEALTHY;
        for (int i = 0; i < 50 && last.grade() != Grade.DEAD; i++) {
            last = tick();
        }
        assertEquals(Grade.DEAD, last.grade());
        assertTrue(now <= 2000, "at " + now);
    }

    @Test
    void unknownSessionThatGoesOnSendingIsAlive() {
        tick();
        answer(454);
        for (int i = 0; i < 80; i++) {
            media();
            assertEquals(Grade.HEALTHY, tick().grade());
        }
    }

    @Test
    void requestThatTheSessionWasNotOpenForIsRepeated() {
        tick();
        detector.observe(new Observation.RequestEnded(nanos(now), ReplyOutcome.NOT_OPEN, 0, Duration.ZERO));
        int asked = 0;
        for (int i = 0; i < 22; i++) {
            media();
            asked += tick().probes().size();
        }
        assertEquals(1, asked);
    }

    @Test
    void standstillOfThisMachineConvictsNoCamera() {
        tick();
        answer(200);
        for (int i = 0; i < 100; i++) {
            media();
            tick();
        }
        now += 30_000;
        assertEquals(Grade.HEALTHY, tick().grade());
        media();
        assertEquals(Grade.HEALTHY, tick().grade());
    }

    @Test
    void cutWhileTheReplyOfAnEarlierCutIsStillHeldBackIsNoticed() {
        tick();
        answer(200);
        now += 50;
        for (int i = 0; i < 110; i++) {
            media();
            tick();
        }
        boolean dead = false;
        boolean probing = false;
        for (int i = 0; i < 200 && !dead; i++) {
            Assessment assessment = tick();
            dead = assessment.grade() == Grade.DEAD;
            probing |= assessment.probes().contains(Probe.FRESH_CONNECTION);
            if (probing && i % 20 == 0) {
                detector.observe(new Observation.PathProbed(nanos(now), false, "silent"));
                probing = false;
            }
        }
        assertTrue(dead, "a request that is outstanding forbids a further one, not a verdict");
    }

    @Test
    void oneRequestIgnoredAmongMediaDoesNotSilenceTheStrategy() {
        tick();
        answer(200);
        boolean askedAgain = false;
        boolean ended = false;
        for (int i = 0; i < 400 && !askedAgain; i++) {
            media();
            boolean asks = tick().probes().contains(Probe.SESSION_REQUEST);
            if (asks && !ended) {
                ended = true;
                detector.observe(
                        new Observation.RequestEnded(nanos(now), ReplyOutcome.TIMED_OUT, 0, Duration.ofSeconds(10)));
            } else {
                askedAgain = asks;
            }
        }
        assertTrue(askedAgain);
    }

    private Assessment tick() {
        now += 50;
        return detector.observe(new Observation.Tick(nanos(now)));
    }

    private void media() {
        detector.observe(
                new Observation.MediaArrived(nanos(now), Observation.Track.VIDEO, 2, 0, 2000, nanos(now - 10), 0, 0));
    }

    private void answer(int status) {
        detector.observe(new Observation.RequestEnded(nanos(now), ReplyOutcome.ANSWERED, status, Duration.ofMillis(3)));
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
