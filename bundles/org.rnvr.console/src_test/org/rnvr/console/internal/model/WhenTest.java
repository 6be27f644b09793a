package org.rnvr.console.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WhenTest {

    /** 21:00 on that day in Seoul. */
    private final Clock clock = Clock.fixed(Samples.NOON, ZoneId.of("Asia/Seoul"));

    @Test
    void todayTheTimeOfDayIsEnough() {
        assertEquals("21:00:00", new When(clock, Locale.GERMANY).tell(Samples.NOON));
    }

    @Test
    void anotherDayIsNamedByTheDayOfTheZone() {
        String text = new When(clock, Locale.GERMANY).tell(Samples.NOON.plus(Duration.ofHours(3)));
        assertTrue(text.startsWith("02.03.26"), text);
        assertTrue(text.endsWith("00:00:00"), text);
    }
}
