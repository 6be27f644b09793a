package org.rnvr.config.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.config.WeeklySchedule.Hours;

class CalendarTest {

    private static Optional<WeeklySchedule> read(String json) {
        return new Calendar().read(JsonParser.parseString(json));
    }

    @Test
    void daysAndHoursAreRead() {
        assertEquals(
                Optional.of(new WeeklySchedule(List.of(
                        new Hours(DayOfWeek.MONDAY, 480, 1080),
                        new Hours(DayOfWeek.TUESDAY, 480, 1080),
                        new Hours(DayOfWeek.SUNDAY, 0, 1440)))),
                read("[\"mon-tue 8:00-18:00\", \"SUN 00:00-24:00\"]"));
    }

    @Test
    void noHoursAreAlways() {
        assertEquals(Optional.of(WeeklySchedule.ALWAYS), read("[]"));
    }

    /** 2024-01-05 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-05T21:59, false",
        "2024-01-05T22:00, true",
        "2024-01-06T05:59, true",
        "2024-01-06T06:00, false",
        "2024-01-07T23:00, true",
        "2024-01-08T05:00, true",
        "2024-01-08T22:30, false",
        "2024-01-05T05:00, false",
    })
    void hoursGoOnIntoTheNextDay(LocalDateTime time, boolean covered) {
        assertEquals(covered, read("[\"fri-sun 22:00-06:00\"]").orElseThrow().covers(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"mon\"]",
                "[\"mon 8-18\"]",
                "[\"mon 08:00-24:01\"]",
                "[\"mon 24:00-08:00\"]",
                "[\"mon 08:60-09:00\"]",
                "[\"mon 08:00-08:00\"]",
                "[\"moon 08:00-09:00\"]",
                "[\"mon-tue-wed 08:00-09:00\"]",
                "[\"mon, 08:00-09:00\"]",
                "[3]",
                "{}",
                "true"
            })
    void whatIsNoCalendarIsRefused(String json) {
        assertTrue(read(json).isEmpty());
    }

    @Test
    void aCalendarIsShownAsItIsWritten() {
        String text = "[\"mon 08:00-18:00\", \"sat 22:00-24:00\"]";
        assertEquals(text, new Calendar().show(read(text).orElseThrow()));
    }
}
