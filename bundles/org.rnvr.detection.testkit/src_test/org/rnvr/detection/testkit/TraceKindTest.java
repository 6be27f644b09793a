package org.rnvr.detection.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.detection.Observation.Track;

/** The traces are what they say they are, over a day each. */
class TraceKindTest {

    private static final int DAY = 86_400;
    private static final double HOURS = 24;
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesSameTraceAndAnotherAnother(TraceKind kind) {
        assertEquals(fingerprint(kind, 7), fingerprint(kind, 7));
        assertNotEquals(fingerprint(kind, 7), fingerprint(kind, 8));
    }

    @ParameterizedTest
    @EnumSource
    void arrivalsNeverGoBackAndAreHeldForNoNegativeTime(TraceKind kind) {
        Trace trace = kind.withAudio().open(3);
        long before = 0;
        for (int i = 0; i < 500_000; i++) {
            assertTrue(trace.next());
            assertTrue(trace.arrivalNanos() >= before);
            assertTrue(trace.heldSinceNanos() <= trace.pathBackNanos());
            assertTrue(trace.pathBackNanos() <= trace.arrivalNanos());
            assertTrue(trace.bytes() > 0);
            assertFalse(trace.keyFrame() && trace.track() == Track.AUDIO);
            before = trace.arrivalNanos();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void constantIsThatOfABusyMachine(long seed) {
        Sample day = Sample.of(TraceKind.CONSTANT, seed, DAY);
        assertEquals(25, day.rate(), 0.01);
        assertEquals(50, day.framesToKeyFrame(), 0.1);
        assertWithin(39.5, 40.5, day.quantile(0.5), day);
        assertWithin(44, 89, day.quantile(0.99), day);
        assertWithin(47, 136, day.quantile(0.999), day);
        assertWithin(150, 218, day.most(), day);
    }

    @Test
    void variableWandersBetweenTenAndThirty() {
        Sample day = Sample.of(TraceKind.VARIABLE, 1, DAY);
        assertWithin(16, 24, day.rate(), day);
        assertWithin(33, 40, day.quantile(0.1), day);
        assertWithin(75, 101, day.quantile(0.9), day);
        assertTrue(day.most() < 280, day::toString);
    }

    @Test
    void burstsAreFiveFramesEach200Milliseconds() {
        Sample day = Sample.of(TraceKind.GOP_BURST, 1, DAY);
        assertEquals(25, day.rate(), 0.01);
        assertTrue(day.quantile(0.5) < 5, day::toString);
        assertWithin(190, 210, day.quantile(0.9), day);
        assertTrue(day.most() < 200 + 80 + 180, day::toString);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void radioStallsSeveralTimesAMinute(long seed) {
        Sample day = Sample.of(TraceKind.WIFI, seed, DAY);
        assertEquals(25, day.rate(), 0.01);
        assertWithin(2, 10, day.between(100, 340) / HOURS / 60, day);
        assertWithin(1, 10, day.between(800, 1300) / HOURS, day);
        assertWithin(1000, 1420, day.most(), day);
    }

    @Test
    void retransmissionsPauseForTheirTimes() {
        Sample day = Sample.of(TraceKind.TCP_LOSS, 1, DAY);
        assertEquals(25, day.rate(), 0.01);
        assertTrue(day.between(200, 420) / HOURS > 60, day::toString);
        assertTrue(day.between(600, 820) / HOURS > 5, day::toString);
        assertTrue(day.between(1400, 1620) / HOURS > 1, day::toString);
        assertTrue(day.between(420, 600) + day.between(820, 1400) < 20, day::toString);
        assertTrue(day.most() < 1620, day::toString);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 12.5, 30, 60})
    void anyRateIsKept(double rate) {
        TraceSource source = TraceKind.constant(rate);
        assertTrue(source.wired());
        Sample day = Sample.of(source, 1, DAY);
        assertEquals(rate, day.rate(), 0.001 * rate + 0.0001);
        assertEquals(1000 / rate, day.quantile(0.5), 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 241, Double.NaN})
    void impossibleRateIsRefused(double rate) {
        assertThrows(IllegalArgumentException.class, () -> TraceKind.constant(rate));
    }

    @Test
    void namedRatesAreKept() {
        assertEquals(1, Sample.of(TraceKind.FPS_1, 1, DAY).rate(), 0.001);
        assertEquals(60, Sample.of(TraceKind.FPS_60, 1, DAY).rate(), 0.001);
    }

    @Test
    void rateChangesBetweenDayAndNight() {
        Sample day = Sample.of(TraceKind.RATE_CHANGE, 1, DAY);
        assertWithin(10, 18, day.rate(), day);
        assertTrue(day.between(190, 210) > 10_000, day::toString);
        assertTrue(day.between(980, 1020) > 1_000, day::toString);
        assertTrue(day.most() < 1200, day::toString);
    }

    @Test
    void clockJumpsButArrivalsDoNot() {
        assertTrue(Sample.of(TraceKind.CLOCK_JUMP, 1, DAY).most() < 218);
        Trace trace = TraceKind.CLOCK_JUMP.open(1);
        trace.next();
        long before = trace.presentationNanos();
        int forward = 0;
        int back = 0;
        while (trace.next() && trace.arrivalNanos() < DAY * SECOND) {
            long step = trace.presentationNanos() - before;
            before = trace.presentationNanos();
            forward += step > SECOND / 10 ? 1 : 0;
            back += step < 0 ? 1 : 0;
            assertTrue(Math.abs(step) <= 3_601 * SECOND);
        }
        assertTrue(forward > 50 && back > 50, forward + " forward, " + back + " back");
    }

    @Test
    void whatWasSentInAStandstillIsThereAtItsEnd() {
        Trace trace = TraceKind.VM_PAUSE.open(1);
        long before = 0;
        int standstills = 0;
        long frames = 0;
        while (trace.next() && trace.arrivalNanos() < DAY * SECOND) {
            frames++;
            long gap = trace.arrivalNanos() - before;
            if (trace.standstillNanos() > 0) {
                standstills++;
                assertTrue(trace.standstillNanos() >= SECOND / 5 && trace.standstillNanos() <= 30 * SECOND);
                assertTrue(before <= trace.arrivalNanos() - trace.standstillNanos());
            } else {
                assertTrue(gap < SECOND * 218 / 1000);
            }
            before = trace.arrivalNanos();
        }
        assertTrue(standstills > DAY / 600 && standstills < DAY / 60, standstills + " standstills");
        assertEquals(25, (double) frames / DAY, 0.02);
    }

    @Test
    void cameraComesBackWithOtherParameters() {
        Trace trace = TraceKind.REBOOT.withAudio().open(1);
        Set<Long> rates = new HashSet<>();
        int reboots = 0;
        long rebootedAt = Long.MIN_VALUE;
        long frames = 0;
        while (trace.next() && trace.arrivalNanos() < DAY * SECOND) {
            if (trace.goneNanos() > 0) {
                reboots++;
                assertTrue(trace.goneNanos() >= 20 * SECOND && trace.goneNanos() <= 60 * SECOND);
                assertTrue(trace.keyFrame());
                assertEquals(0, trace.presentationNanos());
                rebootedAt = trace.arrivalNanos();
                frames = 0;
            }
            if (trace.track() == Track.VIDEO && trace.arrivalNanos() - rebootedAt < 10 * SECOND) {
                frames++;
            } else if (frames > 0 && trace.track() == Track.VIDEO) {
                rates.add(Math.round(frames / 10.0));
                frames = 0;
            }
        }
        assertTrue(reboots > 20 && reboots < 144, reboots + " reboots");
        assertTrue(rates.containsAll(Set.of(15L, 20L, 25L, 30L)), rates::toString);
    }

    @Test
    void datagramsAreMissingAtRandom() {
        Sample day = Sample.of(TraceKind.UDP_LOSS, 1, DAY);
        assertWithin(25 * 0.80, 25 * 0.95, day.rate(), day);
        assertWithin(39, 41, day.quantile(0.5), day);
        assertWithin(75, 85, day.quantile(0.95), day);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REBOOT")
    void audioRunsBesideTheVideo(TraceKind kind) {
        assertEquals(0, Sample.of(kind, 1, 3600).audioRate());
        Sample hour = Sample.of(kind.withAudio(), 1, 3600);
        double kept = kind == TraceKind.UDP_LOSS ? 0.875 : 1;
        assertEquals(kept * 1000 / 64, hour.audioRate(), 0.5);
    }

    @Test
    void wiredAreThoseThatNeitherLoseNorStop() {
        assertEquals(
                Set.of("CONSTANT", "VARIABLE", "GOP_BURST", "FPS_1", "FPS_60", "RATE_CHANGE", "CLOCK_JUMP"), wired());
    }

    private static Set<String> wired() {
        Set<String> names = new HashSet<>();
        for (TraceKind kind : TraceKind.values()) {
            if (kind.wired()) {
                names.add(kind.name());
            }
        }
        return names;
    }

    private static long fingerprint(TraceSource source, long seed) {
        Trace trace = source.open(seed);
        long print = 0;
        for (int i = 0; i < 100_000; i++) {
            trace.next();
            print = 31 * print + trace.arrivalNanos();
            print = 31 * print + trace.presentationNanos();
            print = 31 * print + trace.bytes();
            print = 31 * print + trace.heldSinceNanos() + trace.standstillNanos() + trace.goneNanos();
        }
        return print;
    }

    private static void assertWithin(double least, double most, double value, Sample sample) {
        assertTrue(value >= least && value <= most, () -> value + " of " + sample);
    }
}
