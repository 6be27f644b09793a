package org.rnvr.democamera.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CadenceTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAYS_100 = 100L * 24 * 3600;

    @Test
    void picturesOfAWholeRateAreDueEveryPeriod() {
        Cadence cadence = new Cadence(1, 25);
        assertEquals(0, cadence.nanosOf(0));
        assertEquals(SECOND / 25, cadence.nanosOf(1));
        assertEquals(DAYS_100 * SECOND, cadence.nanosOf(DAYS_100 * 25));
    }

    @Test
    void aPeriodThatIsNoWholeNumberOfNanosecondsDoesNotDrift() {
        Cadence cadence = new Cadence(1, 30);
        assertEquals(33_333_333, cadence.nanosOf(1));
        assertEquals(DAYS_100 * SECOND, cadence.nanosOf(DAYS_100 * 30));
    }

    @Test
    void framesOfSoundAreDueByTheirSamples() {
        Cadence cadence = new Cadence(1024, 16_000);
        assertEquals(64_000_000, cadence.nanosOf(1));
        assertEquals(64 * SECOND, cadence.nanosOf(1000));
    }

    @Test
    void dueTimesRise() {
        Cadence cadence = new Cadence(1, 7);
        for (long index = 0; index < 1000; index++) {
            assertTrue(cadence.nanosOf(index) < cadence.nanosOf(index + 1));
        }
    }
}
