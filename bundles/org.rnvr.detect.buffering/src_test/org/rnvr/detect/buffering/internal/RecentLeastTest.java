package org.rnvr.detect.buffering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RecentLeastTest {

    private final RecentLeast least = new RecentLeast(10, 3);

    @Test
    void keepsTheLeastUntilItsPartIsOver() {
        assertEquals(5, least.with(5, 0));
        assertEquals(5, least.with(9, 9));
        assertEquals(5, least.with(9, 29));
        assertEquals(8, least.with(8, 30));
    }

    @Test
    void lessTakesEffectAtOnce() {
        assertEquals(5, least.with(5, 0));
        assertEquals(-3, least.with(-3, 15));
    }

    @Test
    void pauseLongerThanAllPartsForgetsAll() {
        least.with(5, 0);
        assertEquals(7, least.with(7, 1_000));
    }

    @Test
    void pauseForgetsWhatIsTooOldAndNoMore() {
        least.with(5, 0);
        least.with(6, 10);
        assertEquals(6, least.with(7, 35));
        assertEquals(7, least.with(7, 45));
    }

    @Test
    void beginsAtAnyTime() {
        assertEquals(5, least.with(5, -95));
        assertEquals(5, least.with(9, -75));
        assertEquals(9, least.with(9, -65));
    }

    @Test
    void clearedIsAsNew() {
        least.with(5, 0);
        least.clear();
        assertEquals(9, least.with(9, 1));
    }
}
