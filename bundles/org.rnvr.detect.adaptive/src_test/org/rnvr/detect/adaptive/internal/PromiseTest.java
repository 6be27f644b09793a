package org.rnvr.detect.adaptive.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PromiseTest {

    @Test
    void windowIsLongEnoughToSeeTheRate() {
        assertEquals(Duration.ofHours(4).toNanos(), new Promise(60).window());
        assertEquals(Duration.ofHours(4).toNanos(), new Promise(1).window());
        assertEquals(Duration.ofHours(8).toNanos(), new Promise(0.5).window());
        assertEquals(Duration.ofHours(24).toNanos(), new Promise(0.01).window());
    }

    @Test
    void rankLeavesRoomForWhatIsAllowed() {
        assertEquals(5, new Promise(1).rank());
        assertEquals(241, new Promise(60).rank());
        assertEquals(1, new Promise(0.01).rank());
    }

    @Test
    void rateIsSaidInWords() {
        assertEquals("once an hour", new Promise(1).often());
        assertEquals("6 times an hour", new Promise(6).often());
        assertEquals("0.5 times an hour", new Promise(0.5).often());
    }

    @Test
    void onlyRatesAboveZeroCanBeKept() {
        assertThrows(IllegalArgumentException.class, () -> new Promise(0));
        assertThrows(IllegalArgumentException.class, () -> new Promise(Double.NaN));
    }
}
