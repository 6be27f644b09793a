package org.rnvr.detect.adaptive.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentIntervalsTest {

    private final RecentIntervals recent = new RecentIntervals();

    @Test
    void beforeEnoughIsKnownTheLongestCounts() {
        assertEquals(0, recent.typical());
        recent.addPause(1000);
        recent.addFlow(40, 14);
        assertFalse(recent.isFull());
        assertEquals(1000, recent.typical());
        recent.addPause(41);
        assertTrue(recent.isFull());
        assertEquals(41, recent.typical());
    }

    @Test
    void secondLongestOfTheLastSixteenIsTypical() {
        Random random = new Random(1);
        long[] last = new long[16];
        for (int i = 0; i < 10_000; i++) {
            long interval = 30 + random.nextInt(20);
            recent.addPause(interval);
            last[i % 16] = interval;
            if (i >= 15) {
                long[] sorted = last.clone();
                Arrays.sort(sorted);
                assertEquals(sorted[14], recent.typical());
            }
        }
    }

    @Test
    void framesThatAPauseHeldBackSayNothingOfTheRhythm() {
        recent.addFlow(40, 16);
        recent.addPause(600);
        recent.addFlow(1, 14);
        assertEquals(40, recent.typical());
    }

    @Test
    void moreShortIntervalsThanAPauseHeldBackAreANewRhythm() {
        recent.addFlow(1000, 16);
        recent.addPause(1000);
        recent.addFlow(40, 16);
        assertEquals(40, recent.typical());
    }

    @Test
    void burstsAreTypicalAndNotTheFramesInThem() {
        for (int i = 0; i < 10; i++) {
            recent.addPause(200);
            recent.addFlow(1, 4);
        }
        assertEquals(200, recent.typical());
    }

    @Test
    void twoIntervalsTellASlowerRhythm() {
        recent.addFlow(40, 16);
        recent.addPause(1000);
        assertEquals(40, recent.typical());
        recent.addPause(1000);
        assertEquals(1000, recent.typical());
    }
}
