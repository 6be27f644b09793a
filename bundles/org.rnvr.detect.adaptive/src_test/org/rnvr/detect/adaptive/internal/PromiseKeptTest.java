package org.rnvr.detect.adaptive.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** The promised rate of false suspicions over simulated days. */
class PromiseKeptTest {

    private static final int DAYS = 3;

    private final Random random = new Random(42);
    private final CameraRhythm camera = new CameraRhythm(new Promise(1));

    @Test
    void cleanLinkIsHardlyEverSuspected() {
        assertTrue(perHour(Intervals.steady(random, 40)) <= 0.05);
        assertThreshold(300, 350);
    }

    @Test
    void retransmissionsOfTcpAreLearned() {
        assertKept(Intervals.paused(random, 40, 60, Intervals.retransmissions(random)));
        assertThreshold(1400, 2500);
    }

    @Test
    void rareRetransmissionsAreCheaperToSuspectThanToWaitFor() {
        assertKept(Intervals.paused(random, 40, 0.5, Intervals.retransmissions(random)));
        assertThreshold(300, 350);
    }

    @Test
    void stallsOfWirelessLinksAreLearned() {
        assertKept(Intervals.paused(random, 40, 20, () -> 250 + Intervals.exponential(random, 250)));
        assertThreshold(600, 2500);
    }

    @Test
    void pausesLongerThanALossAreLearnedWhereTheCameraAnswersMeanwhile() {
        assertKept(Intervals.paused(random, 40, 12, () -> 3000 + Intervals.exponential(random, 100)));
        assertThreshold(3000, 5000);
    }

    @Test
    void heavyTailIsLearned() {
        assertKept(Intervals.paused(random, 40, 100, Intervals.pareto(random, 100, 1.5)));
    }

    @Test
    void frameRatesThatChangeAllTheTimeAreLearned() {
        double[] interval = {40};
        assertKept(() -> {
            if (random.nextDouble() < 0.002) {
                interval[0] = 1000.0 / (1 + random.nextInt(60));
            }
            return interval[0] * (1 + 0.05 * random.nextGaussian());
        });
    }

    @Test
    void dayAndNightAreLearnedApart() {
        double[] time = {0};
        DoubleSupplier day = Intervals.paused(random, 40, 60, () -> 500 + Intervals.exponential(random, 30));
        DoubleSupplier night = Intervals.steady(random, 200);
        double perHour = perHour(() -> {
            double interval = (long) (time[0] / 21_600_000) % 2 == 0 ? day.getAsDouble() : night.getAsDouble();
            time[0] += interval;
            return interval;
        });
        assertTrue(perHour <= 0.2, perHour + " an hour: neither is forgotten during the other");
        assertThreshold(400, 550);
    }

    @Test
    void burstsAreTheRhythm() {
        assertTrue(perHour(Intervals.bursts(random, 5, 200)) <= 0.05);
        assertThreshold(400, 550);
    }

    @Test
    void groupsOfPicturesInOnePieceAreLearned() {
        assertTrue(perHour(Intervals.bursts(random, 25, 1000)) <= 0.1);
        assertThreshold(1100, 1300);
    }

    @Test
    void fastAndSlowCamerasAreNotSuspected() {
        for (int framesPerSecond : new int[] {1, 2, 5, 15, 30, 60}) {
            CameraRhythm other = new CameraRhythm(new Promise(1));
            SimulatedCamera simulated = new SimulatedCamera(new AdaptiveDetector(other, Long.MAX_VALUE, 0), 0);
            simulated.run(Duration.ofHours(12), Intervals.steady(random, 1000.0 / framesPerSecond));
            assertTrue(simulated.suspicions() <= 1, framesPerSecond + " fps: " + simulated.suspicions());
            long floor = Math.max(300, 2200 / framesPerSecond);
            long threshold = other.video().threshold() / 1_000_000;
            assertTrue(threshold >= floor * 0.95 && threshold <= floor * 1.3, framesPerSecond + " fps: " + threshold);
        }
    }

    @Test
    void otherPromisesAreKeptToo() {
        for (double promised : new double[] {0.1, 10}) {
            CameraRhythm other = new CameraRhythm(new Promise(promised));
            SimulatedCamera simulated = new SimulatedCamera(new AdaptiveDetector(other, Long.MAX_VALUE, 0), 0);
            simulated.run(
                    Duration.ofDays(DAYS),
                    Intervals.paused(random, 40, 60, () -> 250 + Intervals.exponential(random, 250)));
            double perHour = simulated.suspicions() / (DAYS * 24.0);
            assertTrue(perHour <= promised, perHour + " an hour of " + promised);
        }
    }

    private void assertKept(DoubleSupplier intervals) {
        double perHour = perHour(intervals);
        assertTrue(perHour <= 1, perHour + " an hour");
    }

    private double perHour(DoubleSupplier intervals) {
        SimulatedCamera simulated = new SimulatedCamera(new AdaptiveDetector(camera, Long.MAX_VALUE, 0), 0);
        simulated.run(Duration.ofDays(DAYS), intervals);
        return simulated.suspicions() / (DAYS * 24.0);
    }

    private void assertThreshold(long from, long to) {
        long threshold = camera.video().threshold() / 1_000_000;
        assertTrue(threshold >= from && threshold <= to, "threshold " + threshold + " ms");
    }
}
