package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.playback.model.Ruler.Band;
import org.rnvr.console.internal.playback.model.Ruler.Tick;

class RulerTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

    private final Ruler ruler = new Ruler(BERLIN, Locale.ENGLISH, "EEE d", "LLLL uuuu");

    @Test
    void aDayHasItsHours() {
        List<String> labels = labels(day(LocalDate.of(2026, 6, 1), 2400), 60);
        assertEquals(24, labels.size());
        assertEquals(List.of("00:00", "01:00", "02:00"), labels.subList(0, 3));
        assertEquals("23:00", labels.get(23));
    }

    @Test
    void theDayThatLosesAnHourHas23() {
        TimeScale scale = day(SPRING, 2300);
        assertEquals(Duration.ofHours(23), scale.span());
        List<String> labels = labels(scale, 60);
        assertEquals(23, labels.size());
        assertEquals(List.of("00:00", "01:00", "03:00", "04:00"), labels.subList(0, 4));
    }

    @Test
    void theDayThatGainsAnHourHas25AndTellsTheTwoApart() {
        TimeScale scale = day(AUTUMN, 2500);
        assertEquals(Duration.ofHours(25), scale.span());
        List<String> labels = labels(scale, 60);
        assertEquals(25, labels.size());
        assertEquals(List.of("01:00", "02:00 CEST", "02:00 CET", "03:00"), labels.subList(1, 5));
    }

    @Test
    void stepsOfHoursKeepToTheClockOnTheWall() {
        assertEquals(List.of("00:00", "06:00", "12:00", "18:00"), labels(day(SPRING, 400), 80));
        assertEquals(List.of("00:00", "06:00", "12:00", "18:00"), labels(day(AUTUMN, 400), 80));
        assertEquals(
                List.of("00:00", "04:00", "06:00"),
                labels(day(SPRING, 1150), 80).stream()
                        .filter(label -> label.compareTo("07") < 0 && !label.equals("02:00"))
                        .toList());
    }

    @Test
    void daysAreBandsOfTheirOwnLength() {
        TimeScale week = new TimeScale(start(SPRING.minusDays(3)), Duration.ofDays(7), 1400);
        List<Band> bands = ruler.bands(week, 60);
        Band spring = bands.stream()
                .filter(band -> band.from().equals(start(SPRING)))
                .findFirst()
                .orElseThrow();
        assertEquals(Duration.ofHours(23), Duration.between(spring.from(), spring.to()));
        assertEquals("Sunday, March 29, 2026", spring.label());
        for (int i = 1; i < bands.size(); i++) {
            assertEquals(bands.get(i - 1).to(), bands.get(i).from());
        }
    }

    @Test
    void aMonthHasDaysUnderMonths() {
        TimeScale month = new TimeScale(start(LocalDate.of(2026, 3, 15)), TimeScale.MOST, 1600);
        assertTrue(labels(month, 40).contains("Sun 29"));
        assertEquals(
                List.of("March 2026", "April 2026"),
                ruler.bands(month, 40).stream().map(Band::label).toList());
        assertEquals(
                List.of("2026년 3월", "2026년 4월"),
                new Ruler(BERLIN, Locale.KOREAN, "d일 (EEE)", "uuuu년 M월")
                        .bands(month, 40).stream().map(Band::label).toList());
    }

    @Test
    void aSecondHasTenths() {
        TimeScale second = new TimeScale(Instant.parse("2026-06-01T10:00:00.050Z"), TimeScale.LEAST, 1000);
        assertEquals("12:00:00.1", labels(second, 90).get(0));
        assertEquals(10, labels(second, 90).size());
    }

    @Test
    void wordsNeverTouch() {
        for (long seconds = 1; seconds < TimeScale.MOST.toSeconds() / 4; seconds = seconds * 3 + 1) {
            TimeScale scale = new TimeScale(start(AUTUMN), Duration.ofSeconds(seconds), 700);
            List<Tick> labelled =
                    ruler.ticks(scale, 80).stream().filter(Tick::isLabelled).toList();
            for (int i = 1; i < labelled.size(); i++) {
                int distance = scale.x(labelled.get(i).at())
                        - scale.x(labelled.get(i - 1).at());
                assertTrue(distance >= 79, seconds + " s: " + distance);
            }
        }
    }

    private List<String> labels(TimeScale scale, int width) {
        return ruler.ticks(scale, width).stream()
                .filter(Tick::isLabelled)
                .map(Tick::label)
                .toList();
    }

    private static TimeScale day(LocalDate date, int width) {
        Instant from = start(date);
        return new TimeScale(from, Duration.between(from, start(date.plusDays(1))), width);
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(BERLIN).toInstant();
    }
}
