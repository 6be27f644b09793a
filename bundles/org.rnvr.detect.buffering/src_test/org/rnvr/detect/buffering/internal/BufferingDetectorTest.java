package org.rnvr.detect.buffering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.config.StreamingSettings;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Observation;

class BufferingDetectorTest {

    private static final int LARGE = 10 << 20;

    private final SimulatedStream stream = SimulatedStream.ofDefaults();

    @Test
    void saysNothingBeforeTheFirstFrame() {
        stream.sends = false;
        stream.run(30);
        assertEquals(0, stream.warnings());
        assertEquals(0, stream.last().level());
    }

    @ParameterizedTest
    @CsvSource({
        "25, 4e6, 0",
        "30, 8e6, 0",
        "12, 1e6, 0",
        "1, 2e5, 0",
        "0.7, 2e5, 0",
        "25, 4e6, 1",
        "25, 4e6, 3",
        "30, 4e6, 2"
    })
    void steadyStreamGivesNoWarning(double fps, double bitsPerSecond, int reordering) {
        stream.fps = fps;
        stream.bitsPerSecond = bitsPerSecond;
        stream.frameReordering = reordering;
        stream.jitter = 20 * SimulatedStream.MILLI;
        stream.run(1_800);
        assertEquals(0, stream.warnings());
    }

    @Test
    void cameraThatChangesItsFrameRateGivesNoWarning() {
        for (double fps : new double[] {25, 1, 25, 5, 0.9, 30}) {
            stream.fps = fps;
            stream.run(60);
        }
        assertEquals(0, stream.warnings());
    }

    @Test
    void keyFramesThatTakeLongOnTheirWayAreNoCongestion() {
        stream.capacity = 6e6;
        stream.keyFrameFactor = 15;
        stream.run(1_800);
        assertEquals(0, stream.warnings());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-500, -100, 100, 400})
    void driftOfTheCamerasClockIsNoCongestion(double ppm) {
        stream.driftPpm = ppm;
        stream.run(9.99 * 3_600);
        double greatest = 0;
        for (int i = 0; i < 720; i++) {
            stream.run(SimulatedStream.MILLI * 50);
            greatest = Math.max(greatest, stream.last().level());
        }
        assertEquals(0, stream.warnings());
        assertTrue(greatest < 0.5, "emptiness " + greatest);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3_600, 15, 3, -3, -15, -3_600})
    void clockOfTheCameraThatIsSetIsNoCongestion(double step) {
        stream.run(120);
        stream.setClock(step);
        stream.run(60);
        assertEquals(0, stream.warnings());
        assertTrue(stream.last().level() < 0.5, "emptiness " + stream.last().level());

        stream.capacity = 3e6;
        stream.run(10);
        assertEquals(1, stream.warnings(), "congestion is still seen");
    }

    @ParameterizedTest
    @CsvSource({
        "3.8e6, 100",
        "3.5e6, 100",
        "3e6, 100",
        "2e6, 100",
        "0.5e6, 100",
        "3e6, 0",
        "3e6, 200",
        "2e6, 1000",
        "1e6, 1000"
    })
    void congestionIsToldBeforeThePictureHasBeenFrozenForLong(double capacity, int latency) {
        SimulatedStream congested = new SimulatedStream(SimulatedStream.settings(Duration.ofMillis(latency), LARGE));
        congested.run(60);
        assertEquals(0, congested.warnings());
        congested.freezesWhenBehind(Math.max(100, latency) / 1000.0);
        congested.capacity = capacity;
        congested.run(60);
        double warned = congested.firstWarning().orElseThrow();
        double frozen = congested.firstFreeze().orElseThrow();
        assertTrue(warned < frozen + 2, "warned " + (warned - frozen) + " s after the picture froze");
        assertTrue(warned >= 62, "not before the level was low for long enough");
        assertEquals(1, congested.warnings());
        assertEquals(Grade.WARNING, congested.last().grade());
        assertEquals(1, congested.last().level());
    }

    @Test
    void slowCongestionIsToldBeforeThePictureFreezes() {
        SimulatedStream congested = new SimulatedStream(SimulatedStream.settings(Duration.ofSeconds(2), LARGE));
        congested.run(60);
        congested.freezesWhenBehind(2);
        congested.capacity = 3.6e6;
        congested.keyFrameFactor = 3;
        congested.run(40);
        double warned = congested.firstWarning().orElseThrow();
        double frozen = congested.firstFreeze().orElseThrow();
        assertTrue(warned < frozen, "warned " + (warned - frozen) + " s after the picture froze");
    }

    @Test
    void warningEndsWhenTheStreamHasCaughtUp() {
        stream.run(60);
        stream.capacity = 3e6;
        stream.run(10);
        assertEquals(Grade.WARNING, stream.last().grade());
        stream.capacity = 50e6;
        stream.run(5);
        assertEquals(Grade.HEALTHY, stream.last().grade());
        assertEquals("", stream.last().reason());
        assertTrue(stream.last().level() < 0.5);
    }

    @ParameterizedTest
    @CsvSource({"0, 15", "3, 1"})
    void largeOrReorderedFramesDoNotKeepAWarningUp(int reordering, double keyFrameFactor) {
        stream.frameReordering = reordering;
        stream.keyFrameFactor = keyFrameFactor;
        stream.run(60);
        stream.capacity = 3e6;
        stream.run(5);
        assertEquals(Grade.WARNING, stream.last().grade());
        stream.capacity = 6e6;
        stream.run(8);
        assertEquals(Grade.HEALTHY, stream.last().grade());
    }

    @Test
    void reasonSaysLevelLimitAndHowFarBehind() {
        stream.run(60);
        stream.capacity = 3e6;
        while (stream.warnings() == 0) {
            stream.run(0.05);
        }
        String reason = stream.last().reason();
        assertTrue(
                reason.matches(
                        "The buffer is at 0 %, below the limit of 20 % for 2\\.0 s: video is 0\\.\\d\\d s behind\\."),
                reason);
    }

    @Test
    void silenceDrainsTheBuffer() {
        stream.run(60);
        stream.sends = false;
        stream.run(1.9);
        assertEquals(0, stream.warnings());
        stream.run(0.4);
        assertEquals(1, stream.warnings());
        stream.run(60);
        assertEquals(1, stream.warnings());
    }

    @Test
    void shortPauseIsNotWorthAWarning() {
        for (int i = 0; i < 20; i++) {
            stream.run(20);
            stream.sends = false;
            stream.run(1.4);
            stream.sends = true;
        }
        assertEquals(0, stream.warnings());
    }

    @Test
    void congestionThatLastsIsOneWarning() {
        stream.run(60);
        stream.capacity = 3.9e6;
        stream.run(540);
        assertEquals(1, stream.warnings());
        assertEquals(Grade.WARNING, stream.last().grade());
    }

    @Test
    void tinyReceiveBufferCountsWhereItIsShorterThanTheJitterBuffer() {
        StreamingSettings tiny = SimulatedStream.settings(Duration.ofSeconds(2), 65_536);
        StreamingSettings large = SimulatedStream.settings(Duration.ofSeconds(2), LARGE);
        assertEquals(1, warningsOfAQuarterSecondBehind(tiny, 20e6));
        assertEquals(0, warningsOfAQuarterSecondBehind(large, 20e6));
        assertEquals(0, warningsOfAQuarterSecondBehind(tiny, 1e6), "the same bytes are a long time of a thin stream");
    }

    /** Warnings of a stream on a path that becomes slower by a quarter of a second and stays so. */
    private static int warningsOfAQuarterSecondBehind(StreamingSettings settings, double bitsPerSecond) {
        SimulatedStream thrown = new SimulatedStream(settings);
        thrown.bitsPerSecond = bitsPerSecond;
        thrown.keyFrameFactor = 2;
        thrown.run(60);
        assertEquals(0, thrown.warnings());
        thrown.capacity = bitsPerSecond / 2;
        thrown.run(0.25);
        thrown.capacity = bitsPerSecond;
        thrown.run(10);
        return thrown.warnings();
    }

    @Test
    void noJitterBufferIsCountedAsAShortOne() {
        SimulatedStream bare = new SimulatedStream(SimulatedStream.settings(Duration.ZERO, LARGE));
        bare.jitter = 20 * SimulatedStream.MILLI;
        bare.run(1_800);
        assertEquals(0, bare.warnings());
        bare.capacity = 3e6;
        bare.run(10);
        assertEquals(1, bare.warnings());
    }

    @Test
    void reportOfThePipelineRules() {
        stream.run(60);
        stream.report(19);
        stream.run(1.9);
        assertEquals(0, stream.warnings(), "although low, not for long enough");
        stream.run(0.2);
        assertEquals(1, stream.warnings(), "although media are in time");
        assertEquals(0.81, stream.last().level(), 1e-9);
        assertEquals(
                "The buffer is at 19 %, below the limit of 20 % for 2.1 s.",
                stream.last().reason());
        stream.report(90);
        stream.run(1.1);
        assertEquals(Grade.HEALTHY, stream.last().grade());
        stream.sends = false;
        stream.run(30);
        assertEquals(1, stream.warnings(), "although nothing comes");
    }

    @Test
    void levelAtTheLimitIsNotBelowIt() {
        stream.report(20);
        stream.run(30);
        assertEquals(0, stream.warnings());
        assertEquals(0.8, stream.last().level(), 1e-9);
    }

    @Test
    void levelThatHoversAboutTheLimitIsOneWarning() {
        stream.report(5);
        stream.run(3);
        for (int i = 0; i < 200; i++) {
            stream.report(15 + i % 7 * 4);
            stream.run(0.3);
        }
        assertEquals(1, stream.warnings());
        assertEquals(Grade.WARNING, stream.last().grade());
        stream.report(30);
        stream.run(0.1);
        assertEquals(
                "The buffer is at 30 % and was below the limit of 20 %.",
                stream.last().reason());
        stream.report(39);
        stream.run(5);
        assertEquals(Grade.WARNING, stream.last().grade());
        stream.report(40);
        stream.run(0.9);
        assertEquals(Grade.WARNING, stream.last().grade());
        stream.run(0.2);
        assertEquals(Grade.HEALTHY, stream.last().grade());
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "5, 10", "20, 40", "60, 80", "90, 95", "99, 100"})
    void warningOfEveryLimitCanEnd(int limit, int well) {
        SimulatedStream reported = new SimulatedStream(
                SimulatedStream.settings(Duration.ofMillis(100), LARGE, limit, Duration.ofMillis(100)));
        reported.report(limit - 1);
        reported.run(0.2);
        assertEquals(Grade.WARNING, reported.last().grade());
        reported.report(well - 1);
        reported.run(5);
        assertEquals(Grade.WARNING, reported.last().grade());
        reported.report(well);
        reported.run(1.1);
        assertEquals(Grade.HEALTHY, reported.last().grade());
    }

    @Test
    void audioSaysNothingOfTheBuffer() {
        stream.run(60);
        for (int i = 0; i < 200; i++) {
            stream.run(0.05);
            long now = stream.nanos(stream.now());
            stream.show(new Observation.MediaArrived(now, Observation.Track.AUDIO, 3, 3, 480, now, 0, 0));
        }
        assertEquals(0, stream.warnings());
    }

    @Test
    void monotonicTimeMayBeNegative() {
        SimulatedStream early = new SimulatedStream(StreamingSettings.DEFAULT, -1_000);
        early.run(900);
        assertEquals(0, early.warnings());
        early.capacity = 3e6;
        early.run(10);
        assertEquals(1, early.warnings());
    }

    @Test
    void longerPathIsGotUsedTo() {
        stream.run(60);
        stream.capacity = 3e6;
        stream.run(2);
        stream.capacity = 4e6;
        stream.keyFrameFactor = 1;
        stream.run(30);
        assertEquals(Grade.WARNING, stream.last().grade());
        stream.run(660);
        assertEquals(Grade.HEALTHY, stream.last().grade());
        assertEquals(1, stream.warnings());
    }
}
