package org.rnvr.console.internal.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TourTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void aPageIsDueAfterItsInterval() {
        Tour tour = new Tour(Duration.ofSeconds(10), 5 * SECOND);
        assertFalse(tour.isDue(15 * SECOND - 1));
        assertTrue(tour.isDue(15 * SECOND));
        assertFalse(tour.from(15 * SECOND).isDue(16 * SECOND), "every page has its time");
        assertTrue(tour.from(Long.MAX_VALUE).isDue(Long.MAX_VALUE + 10 * SECOND), "the clock may overflow");
    }

    @Test
    void noTourIsNeverDue() {
        assertFalse(new Tour(Duration.ZERO, 0).isDue(SECOND));
    }
}
