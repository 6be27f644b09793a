package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

    private final TimeScale day = new TimeScale(Footages.DAY, Duration.ofDays(1), 1440);

    @Test
    void aPixelOfTheDayIsAMinute() {
        assertEquals(0, day.x(Footages.DAY));
        assertEquals(61, day.x(Footages.DAY.plusSeconds(61 * 60 + 59)));
        assertEquals(-1, day.x(Footages.DAY.minusSeconds(1)));
        assertEquals(Footages.DAY.plusSeconds(600), day.at(10));
        assertEquals(Footages.DAY.plusSeconds(86_400), day.to());
    }

    @Test
    void momentsFarAwayDoNotOverflow() {
        assertTrue(day.zoomed(0, 0).x(Instant.parse("1970-01-01T00:00:00Z")) < 0);
        assertTrue(day.zoomed(0, 0).x(Instant.parse("2100-01-01T00:00:00Z")) > 1440);
    }

    @Test
    void zoomingKeepsTheMomentUnderTheMouse() {
        TimeScale scale = day;
        Instant under = scale.at(333);
        for (int i = 0; i < 20; i++) {
            scale = scale.zoomed(0.5, 333);
            assertEquals(333, scale.x(under), 1);
        }
        assertEquals(TimeScale.LEAST, scale.span());
        for (int i = 0; i < 40; i++) {
            scale = scale.zoomed(2, 333);
        }
        assertEquals(TimeScale.MOST, scale.span());
    }

    @Test
    void panningAndCentring() {
        assertEquals(Footages.DAY.plusSeconds(3600), day.panned(60).from());
        assertEquals(day.span(), day.panned(-7).span());
        assertEquals(720, day.centred(Instant.parse("2026-05-05T05:05:05Z")).x(Instant.parse("2026-05-05T05:05:05Z")));
        assertEquals(day.from(), day.resized(77).from());
    }

    @Test
    void lessThanASecondIsNotLookedAt() {
        assertThrows(IllegalArgumentException.class, () -> new TimeScale(Footages.DAY, Duration.ofMillis(999), 1));
    }
}
