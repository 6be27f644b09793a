package org.rnvr.detect.frames.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.StreamingSettings;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.WatchedSession;

class FramesDetectorTest {

    private static final long START = 5_000;

    private final SimulatedTracks tracks = SimulatedTracks.ofDefaults();

    @ParameterizedTest
    @CsvSource({"500", "2000", "3000", "60000"})
    void silentVideoIsSuspectedShortlyBeforeTheLimitAndDeadAtIt(long timeout) {
        for (long phase = 0; phase < SimulatedTracks.TICK; phase += 7) {
            for (long offset = 0; offset < 40; offset += 9) {
                SimulatedTracks cut = new SimulatedTracks(Duration.ofSeconds(10), Duration.ofMillis(timeout), phase);
                cut.run(true, false, START + offset);
                assertEquals(Grade.HEALTHY, cut.last().grade());

                long suspected = cut.runUntil(Grade.SUSPECT, false, false, START + 2 * timeout)
                        .orElseThrow();
                assertNoticed(Math.max(timeout / 2, timeout - 300), suspected - cut.lastVideo());
                assertEquals(Duration.ofMillis(timeout), cut.last().patience());

                long dead = cut.runUntil(Grade.DEAD, false, false, START + 2 * timeout)
                        .orElseThrow();
                assertNoticed(timeout, dead - cut.lastVideo());
            }
        }
    }

    @Test
    void steadyVideoIsNeverSuspected() {
        assertEquals(Optional.empty(), tracks.runUntil(Grade.SUSPECT, true, true, 600_000));
        assertTrue(tracks.last().level() < 0.1, "level " + tracks.last().level());
        assertEquals("", tracks.last().reason());
    }

    @ParameterizedTest
    @CsvSource({"500, 2000", "1000, 3000", "2000, 6000", "5000, 15000"})
    void slowCameraIsGivenThreeOfItsIntervals(long interval, long limit) {
        Detector detector = new FramesStrategy().watch(new WatchedSession("yard", 1, StreamingSettings.DEFAULT, 0));
        long last = 0;
        for (long now = 50; now <= 60 * interval; now += 50) {
            if (now % interval == 0) {
                last = now;
                detector.observe(new Observation.MediaArrived(
                        nanos(now), Observation.Track.VIDEO, 1, 1, 1000, nanos(now), 0, nanos(now)));
            }
            Assessment assessment = detector.observe(new Observation.Tick(nanos(now)));
            if (now > 20 * interval) {
                assertEquals(Grade.HEALTHY, assessment.grade(), "at " + now);
            }
        }
        assertEquals(
                Grade.SUSPECT,
                detector.observe(new Observation.Tick(nanos(last + limit - 1))).grade());
        assertEquals(
                Grade.DEAD,
                detector.observe(new Observation.Tick(nanos(last + limit))).grade());
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    @Test
    void levelIsTheShareOfTheLimitThatPassed() {
        tracks.run(true, false, START);
        tracks.run(false, false, START + 500);
        assertEquals(Grade.HEALTHY, tracks.last().grade());
        assertEquals(0.25, tracks.last().level(), 1e-9);
        tracks.run(false, false, START + 1_650);
        assertEquals(Grade.HEALTHY, tracks.last().grade(), "a pause of TCP");
        tracks.run(false, false, START + 1_800);
        assertEquals(Grade.SUSPECT, tracks.last().grade());
        assertEquals(0.9, tracks.last().level(), 1e-9);
        assertEquals("No video for 1.8 s; the limit is 2.0 s.", tracks.last().reason());
    }

    @Test
    void videoThatComesAgainInTimeIsHealthy() {
        tracks.run(true, false, START);
        tracks.runUntil(Grade.SUSPECT, false, false, START + 2_000).orElseThrow();
        tracks.run(true, false, START + 2_500);
        assertEquals(Grade.HEALTHY, tracks.last().grade());
        long before = tracks.now();
        assertEquals(Optional.empty(), tracks.runUntil(Grade.SUSPECT, true, false, before + 60_000));
    }

    @Test
    void firstFrameHasABudgetOfItsOwn() {
        SimulatedTracks slow = new SimulatedTracks(Duration.ofSeconds(10), Duration.ofMillis(500), 0);
        slow.run(false, false, 9_650);
        assertEquals(Grade.HEALTHY, slow.last().grade());
        slow.run(false, false, 9_700);
        assertEquals(Grade.SUSPECT, slow.last().grade());
        assertEquals(Duration.ofSeconds(10), slow.last().patience());
        assertEquals(
                "No video has come yet after 9.7 s; the limit is 10.0 s.",
                slow.last().reason());
        assertEquals(Optional.of(10_000L), slow.runUntil(Grade.DEAD, false, false, 20_000));
    }

    @Test
    void budgetOfTheFirstFrameEndsWithIt() {
        tracks.run(false, false, 9_900);
        tracks.run(true, false, 10_050);
        assertEquals(Grade.HEALTHY, tracks.last().grade());
        long dead = tracks.runUntil(Grade.DEAD, false, false, 20_000).orElseThrow();
        assertNoticed(2_000, dead - tracks.lastVideo());
    }

    @Test
    void audioDoesNotMakeUpForVideo() {
        tracks.run(false, true, 9_950);
        assertEquals(Grade.SUSPECT, tracks.last().grade());
        assertEquals(Optional.of(10_000L), tracks.runUntil(Grade.DEAD, false, true, 20_000));

        SimulatedTracks later = SimulatedTracks.ofDefaults();
        later.run(true, true, START);
        long dead = later.runUntil(Grade.DEAD, false, true, 20_000).orElseThrow();
        assertNoticed(2_000, dead - later.lastVideo());
    }

    @Test
    void answersDoNotMakeUpForVideo() {
        tracks.run(true, false, START);
        tracks.run(false, false, START + 1_990);
        tracks.show(new Observation.PathProbed(SimulatedTracks.nanos(START + 1_995), true, "answered"));
        assertEquals(Grade.SUSPECT, tracks.last().grade());
        tracks.run(false, false, START + 2_000);
        assertEquals(Grade.DEAD, tracks.last().grade());
    }

    @ParameterizedTest
    @CsvSource({"500, 2000", "2000, 2000", "3000, 3000"})
    void audioThatStopsWhileVideoFlowsIsWorthAWarning(long timeout, long audioLimit) {
        SimulatedTracks deaf = new SimulatedTracks(Duration.ofSeconds(10), Duration.ofMillis(timeout), 0);
        deaf.run(true, true, START);
        deaf.run(true, false, START + audioLimit - 100);
        assertEquals(Grade.HEALTHY, deaf.last().grade());
        deaf.run(true, false, START + audioLimit);
        assertEquals(Grade.WARNING, deaf.last().grade());
        assertTrue(deaf.last().level() >= 1);
        assertTrue(
                deaf.last().reason().matches("No audio for \\d\\.\\d s while video arrives\\."),
                deaf.last().reason());
        deaf.run(true, true, START + audioLimit + 200);
        assertEquals(Grade.HEALTHY, deaf.last().grade());
    }

    @Test
    void audioThatWasNeverHeardIsNotMissed() {
        assertEquals(Optional.empty(), tracks.runUntil(Grade.WARNING, true, false, 60_000));
    }

    @Test
    void videoThatStopsTooIsMoreThanAWarning() {
        tracks.run(true, true, START);
        tracks.runUntil(Grade.WARNING, true, false, START + 5_000).orElseThrow();
        tracks.runUntil(Grade.SUSPECT, false, false, START + 10_000).orElseThrow();
        tracks.runUntil(Grade.DEAD, false, false, START + 10_000).orElseThrow();
    }

    @Test
    void audioHasTimeToReturnAfterAnOutageOfBoth() {
        tracks.run(true, true, START);
        tracks.run(false, false, START + 1_900);
        assertEquals(Grade.SUSPECT, tracks.last().grade());
        assertEquals(Optional.empty(), tracks.runUntil(Grade.WARNING, true, false, START + 3_850));
        assertTrue(tracks.runUntil(Grade.WARNING, true, false, START + 4_100).isPresent());
    }

    @Test
    void longSilenceBeforeTheFirstObservationCountsFromArrival() {
        FramesDetector detector = new FramesDetector(
                new Limits(SimulatedTracks.nanos(10_000), SimulatedTracks.nanos(2_000), SimulatedTracks.nanos(2_000)),
                -SimulatedTracks.nanos(100));
        Assessment assessment = detector.observe(new Observation.MediaArrived(
                SimulatedTracks.nanos(1_850), Observation.Track.VIDEO, 1, 1, 1000, SimulatedTracks.nanos(100), 0, 0));
        assertEquals(Grade.SUSPECT, assessment.grade());
        assertEquals(0.875, assessment.level(), 1e-9);
    }

    private static void assertNoticed(long limit, long silence) {
        assertTrue(
                silence >= limit && silence < limit + SimulatedTracks.TICK,
                "noticed after " + silence + " ms instead of " + limit);
    }
}
