package org.rnvr.detect.adaptive.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PauseTailTest {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final PauseTail tail = new PauseTail(new Promise(1));

    @Test
    void asManyPausesAsAllowedRaiseNothing() {
        tail.learn(ms(40), 300_000);
        passHours(4);
        tail.learn(ms(700), 4);
        assertEquals(0, tail.threshold());
        tail.learn(ms(700), 1);
        assertTrue(tail.threshold() >= ms(700 * 1.15 + 20), "threshold " + tail.threshold());
        assertTrue(tail.threshold() <= ms(1000), "threshold " + tail.threshold());
    }

    @Test
    void pausesAgeOut() {
        tail.learn(ms(700), 5);
        passHours(4);
        assertTrue(tail.threshold() > ms(700));
        passHours(1);
        assertEquals(0, tail.threshold());
    }

    @Test
    void windowIsNeverShorterThanPromised() {
        tail.pass(HOUR - 1);
        tail.learn(ms(700), 5);
        tail.pass(1);
        passHours(3);
        assertTrue(tail.threshold() > ms(700));
    }

    @Test
    void muchInAShortTimeLetsMoreBeExpectedInALongOne() {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            tail.learn(pareto(random, 2), 1);
        }
        long soon = tail.threshold();
        passHours(4);
        assertTrue(tail.threshold() < soon / 2, tail.threshold() + " after " + soon);
    }

    @Test
    void strongerPromiseGoesBeyondTheData() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            tail.learn(pareto(random, 2), 1);
        }
        passHours(4);
        long once = tail.threshold();
        tail.keep(new Promise(0.1));
        long seldom = tail.threshold();
        tail.keep(new Promise(0.01));
        long hardlyEver = tail.threshold();
        assertTrue(once < seldom && seldom < hardlyEver, once + " " + seldom + " " + hardlyEver);
        tail.keep(new Promise(1));
        assertEquals(once, tail.threshold());
    }

    @Test
    void suspicionIsTheProbabilityOfALongerPause() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            tail.learn(pareto(random, 2), 1);
        }
        // P(pause > s) = (100 ms / s)^2
        assertEquals(1, tail.suspicion(ms(316)), 0.05);
        assertEquals(2, tail.suspicion(ms(1000)), 0.05);
        assertEquals(4, tail.suspicion(ms(10_000)), 0.3);
        assertEquals(6, tail.suspicion(ms(100_000)), 1);
    }

    @Test
    void suspicionRisesWithSilenceWhateverIsKnown() {
        assertRises();
        tail.learn(ms(40), 1000);
        assertRises();
        tail.learn(ms(300), 30);
        assertRises();
        tail.learn(ms(1400), 3);
        assertRises();
        tail.learn(Duration.ofMinutes(5).toNanos(), 1);
        assertRises();
    }

    private void passHours(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            tail.pass(HOUR);
        }
    }

    private void assertRises() {
        double last = 0;
        for (long silence = 10; silence < 100_000; silence += 10) {
            double suspicion = tail.suspicion(ms(silence));
            assertTrue(suspicion >= last, "at " + silence + " ms");
            last = suspicion;
        }
        assertTrue(tail.suspicion(Duration.ofDays(1).toNanos()) > last, "rises without end");
    }

    private static long pareto(Random random, double index) {
        return (long) (100e6 * Math.pow(1 - random.nextDouble(), -1 / index));
    }

    private static long ms(double millis) {
        return (long) (millis * 1e6);
    }
}
