package org.rnvr.detect.adaptive.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.Track;

class AdaptiveDetectorTest {

    private static final Duration FIRST_FRAME = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Random random = new Random(7);
    private final CameraRhythm rhythm = new CameraRhythm(new Promise(1));
    private final AdaptiveDetector detector = new AdaptiveDetector(rhythm, FIRST_FRAME.toNanos(), 0);
    private final SimulatedCamera camera = new SimulatedCamera(detector, 0);
    private final DoubleSupplier steady = Intervals.steady(random, 40);

    @Test
    void cutIsNoticedWithinHalfASecond() {
        long[] silences = new long[200];
        for (int i = 0; i < silences.length; i++) {
            SimulatedCamera cut = new SimulatedCamera(
                    new AdaptiveDetector(new CameraRhythm(new Promise(1)), FIRST_FRAME.toNanos(), 0), 0);
            cut.run(Duration.ofSeconds(20).plusMillis(random.nextInt(2000)), steady);
            silences[i] = cut.cut(SECOND).orElseThrow() / 1_000_000;
        }
        Arrays.sort(silences);
        assertTrue(silences[0] >= 300, "first at " + silences[0]);
        assertTrue(silences[silences.length / 2] <= 400, "median " + silences[silences.length / 2]);
        assertTrue(silences[silences.length - 1] <= 500, "last at " + silences[silences.length - 1]);
    }

    @Test
    void suspicionSaysWhyAndRises() {
        camera.run(MINUTE, steady);
        camera.cut(SECOND);
        Assessment early = camera.last();
        assertEquals(Grade.SUSPECT, early.grade());
        assertTrue(
                early.reason()
                        .matches("No frame for 1\\.0\\d s; "
                                + "this camera is silent for more than 0\\.30 s no more than once an hour\\."),
                early.reason());
        camera.cut(SECOND);
        assertTrue(camera.last().level() > early.level() && early.level() > 2, "level " + early.level());
        assertEquals(Duration.ZERO, early.patience());
    }

    @Test
    void itNeverCallsASessionDead() {
        camera.run(MINUTE, steady);
        camera.cut(Duration.ofHours(1));
        assertEquals(Grade.SUSPECT, camera.last().grade());
    }

    @Test
    void shortCutsTeachNothingThoughALaterLookAnswersFirst() {
        camera.run(MINUTE, steady);
        for (int i = 1; i <= 20; i++) {
            camera.pathUp = false;
            camera.pause(Duration.ofMillis(700), true, 40);
            camera.pathUp = true;
            detector.observe(new Observation.PathProbed(camera.now(), true, ""));
            camera.run(MINUTE, steady);
            assertEquals(i, camera.suspicions());
        }
        assertEquals(300, threshold());
    }

    @Test
    void glitchesAsRareAsPromisedDoNotRaiseTheThreshold() {
        camera.run(MINUTE, steady);
        for (int i = 1; i <= 4; i++) {
            camera.pause(Duration.ofMillis(700), true, 40);
            camera.run(MINUTE, steady);
            assertEquals(i, camera.suspicions());
            assertEquals(300, threshold());
        }
        camera.pause(Duration.ofMillis(700), true, 40);
        camera.run(MINUTE, steady);
        assertTrue(threshold() > 800 && threshold() < 1500, "threshold " + threshold());
    }

    @Test
    void pausesThatSpanALossAreNotLearned() {
        camera.run(MINUTE, steady);
        for (int i = 0; i < 20; i++) {
            camera.pathUp = false;
            camera.pause(Duration.ofMillis(1600), true, 40);
            camera.pathUp = true;
            camera.run(MINUTE, steady);
        }
        assertEquals(20, camera.suspicions());
        assertEquals(300, threshold());
    }

    @Test
    void pausesThatSpanALossAreNotLearnedThoughThatIsFoundAfterThem() {
        camera.run(MINUTE, steady);
        for (int i = 0; i < 20; i++) {
            camera.pathUp = false;
            camera.pause(Duration.ofMillis(800), true, 40);
            camera.pathUp = true;
            camera.run(MINUTE, steady);
        }
        assertEquals(20, camera.suspicions());
        assertEquals(300, threshold());
    }

    @Test
    void suspectedPausesAreLearnedIfNothingIsFound() {
        TrackRhythm track = rhythm.video();
        for (int i = 0; i < 5; i++) {
            track.learn(ms(40), 1000, ms(40_000), TrackRhythm.Path.UNKNOWN);
            assertEquals(300, threshold());
            track.learn(ms(700), 0, 0, TrackRhythm.Path.UNKNOWN);
        }
        assertEquals(300, threshold());
        track.learn(ms(40), 50, ms(2000), TrackRhythm.Path.UNKNOWN);
        assertTrue(threshold() > 700, "threshold " + threshold());
    }

    @Test
    void longPausesInWhichNobodyLookedAreTakenForLosses() {
        TrackRhythm track = rhythm.video();
        for (int i = 0; i < 20; i++) {
            track.learn(ms(2500), 0, 0, TrackRhythm.Path.UNKNOWN);
            track.learn(ms(40), 1000, ms(40_000), TrackRhythm.Path.UNKNOWN);
        }
        assertEquals(300, threshold());
        for (int i = 0; i < 5; i++) {
            track.learn(ms(2500), 0, 0, TrackRhythm.Path.ANSWERS);
            track.learn(ms(40), 1000, ms(40_000), TrackRhythm.Path.UNKNOWN);
        }
        assertTrue(threshold() > 2500, "threshold " + threshold());
    }

    @Test
    void otherFrameRateIsLearnedWithinTwoFrames() {
        camera.run(MINUTE, steady);
        camera.run(MINUTE, Intervals.steady(random, 1000));
        assertTrue(camera.suspicions() <= 2, "suspected " + camera.suspicions() + " times");
        assertEquals(2200, threshold(), 200);
        int before = camera.suspicions();
        camera.run(Duration.ofSeconds(2), steady);
        assertEquals(300, threshold());
        camera.run(MINUTE, steady);
        assertEquals(before, camera.suspicions());
        assertTrue(camera.cut(SECOND).orElseThrow() <= ms(400));
    }

    @Test
    void slowCameraIsNotSuspectedWhileItIsNotKnown() {
        camera.run(MINUTE, Intervals.steady(random, 1000));
        assertEquals(0, camera.suspicions());
    }

    @Test
    void thresholdIsCarefulUntilTheCameraIsKnown() {
        camera.run(Duration.ofMillis(500), steady);
        long silence = camera.cut(Duration.ofSeconds(2)).orElseThrow();
        assertTrue(silence >= ms(1200) && silence <= ms(1300), "suspected at " + silence);
        assertTrue(camera.last().reason().contains("until this camera is known"));
    }

    @Test
    void standstillOfThisMachineConvictsNoCamera() {
        camera.run(MINUTE, steady);
        for (int i = 0; i < 1000; i++) {
            camera.standStill(random.nextInt(30));
            camera.run(Duration.ofMillis(500 + random.nextInt(500)), steady);
        }
        assertEquals(0, camera.suspicions());
        assertTrue(threshold() <= 350, "threshold " + threshold());
    }

    @Test
    void sessionMayTakeItsTimeToTheFirstFrame() {
        assertEquals(Grade.HEALTHY, tick(0).grade());
        assertEquals(Grade.HEALTHY, tick(9_999).grade());
        Assessment late = tick(10_000);
        assertEquals(Grade.SUSPECT, late.grade());
        assertEquals("No frame has come yet after 10.0 s; the limit is 10.0 s.", late.reason());
        assertEquals(1, late.level());
        assertEquals(2, tick(20_000).level());
        detector.observe(video(20_050, 1, 0));
        assertSame(Assessment.HEALTHY, tick(20_050));
    }

    @Test
    void nextSessionStartsFromWhatWasLearned() {
        camera.run(Duration.ofHours(2), Intervals.paused(random, 40, 60, () -> 900));
        long learned = threshold();
        assertTrue(learned > 900);
        long began = camera.now() + Duration.ofMinutes(5).toNanos();
        SimulatedCamera next = new SimulatedCamera(new AdaptiveDetector(rhythm, FIRST_FRAME.toNanos(), began), began);
        next.run(Duration.ofSeconds(2), steady);
        assertEquals(0, next.suspicions());
        assertEquals(learned, threshold());
        next.pause(Duration.ofMillis(900), true, 40);
        assertEquals(0, next.suspicions());
        assertTrue(next.cut(Duration.ofSeconds(2)).orElseThrow() >= ms(learned));
    }

    @Test
    void audioThatStopsIsWorthAWarning() {
        long end = 0;
        for (; end < 60_000; end += 100) {
            detector.observe(video(end, 2, 50));
            detector.observe(audio(end));
            assertSame(Assessment.HEALTHY, tick(end));
        }
        long warnedAt = 0;
        Assessment warning = Assessment.HEALTHY;
        for (long now = end; now < end + 30_000; now += 100) {
            detector.observe(video(now, 2, 50));
            Assessment assessment = tick(now);
            if (assessment.grade() == Grade.WARNING && warnedAt == 0) {
                warnedAt = now;
                warning = assessment;
            }
        }
        assertEquals(end - 100 + 5000, warnedAt, 100);
        assertEquals("No audio for 5 s while video arrives.", warning.reason());
        assertTrue(warning.level() > 1);
        assertEquals(
                "No audio for 30 s while video arrives.", tick(end + 29_950).reason());
        detector.observe(audio(end + 30_000));
        assertSame(Assessment.HEALTHY, tick(end + 30_000));
    }

    @Test
    void silenceOfBothTracksIsThatOfTheVideo() {
        for (long now = 0; now < 60_000; now += 100) {
            detector.observe(video(now, 2, 50));
            detector.observe(audio(now));
        }
        assertEquals(Grade.SUSPECT, tick(70_000).grade());
        detector.observe(video(70_000, 2, 10_000));
        for (long now = 70_100; now < 74_000; now += 100) {
            detector.observe(video(now, 2, 50));
            assertSame(Assessment.HEALTHY, tick(now), "audio may take as long to return as it may be silent");
        }
    }

    @Test
    void healthySessionCostsNoNewAssessment() {
        long millis = 0;
        for (int i = 0; i < 2_500_000; i++, millis += 50) {
            assertSame(Assessment.HEALTHY, detector.observe(video(millis, 1 + i % 2, 40)));
            assertSame(Assessment.HEALTHY, tick(millis));
        }
    }

    private Assessment tick(long millis) {
        return detector.observe(new Observation.Tick(ms(millis)));
    }

    private static MediaArrived video(long millis, long frames, long gap) {
        return new MediaArrived(ms(millis), Track.VIDEO, frames, 0, frames * 1000, ms(millis), ms(gap), 0);
    }

    private static MediaArrived audio(long millis) {
        return new MediaArrived(ms(millis), Track.AUDIO, 5, 0, 500, ms(millis), ms(22), 0);
    }

    private long threshold() {
        return rhythm.video().threshold() / 1_000_000;
    }

    private static long ms(long millis) {
        return millis * 1_000_000;
    }
}
