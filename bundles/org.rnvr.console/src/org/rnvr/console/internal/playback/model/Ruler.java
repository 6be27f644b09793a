package org.rnvr.console.internal.playback.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The marks and words of a ruler of time, by the calendar of a place: days that summer time makes shorter or longer are so, and
 * an hour that comes twice is there twice.
 */
public final class Ruler {

    private static final List<Duration> STEPS = Stream.concat(
                    Stream.of(100L, 200L, 500L).map(Duration::ofMillis),
                    Stream.of(
                                    1L, 2L, 5L, 10L, 15L, 30L, 60L, 120L, 300L, 600L, 900L, 1800L, 3600L, 7200L, 10800L,
                                    21600L, 43200L, 86400L, 172800L, 604800L)
                            .map(Duration::ofSeconds))
            .toList();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LEAST_DISTANCE = 7;
    private static final int MOST_PARTS = 6;

    private final ZoneId zone;
    private final DateTimeFormatter fraction;
    private final DateTimeFormatter seconds;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter twice;
    private final DateTimeFormatter day;
    private final DateTimeFormatter fullDay;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter month;

    /**
     * A ruler.
     *
     * @param zone the place
     * @param locale the language
     * @param dayPattern how a day among others is written
     * @param monthPattern how a month is written
     */
    public Ruler(ZoneId zone, Locale locale, String dayPattern, String monthPattern) {
        this.zone = zone;
        this.fraction = DateTimeFormatter.ofPattern("HH:mm:ss.S", locale);
        this.seconds = DateTimeFormatter.ofPattern("HH:mm:ss", locale);
        this.minutes = DateTimeFormatter.ofPattern("HH:mm", locale);
        this.twice = DateTimeFormatter.ofPattern("HH:mm z", locale);
        this.day = DateTimeFormatter.ofPattern(dayPattern, locale);
        this.fullDay = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        this.shortDay = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.month = DateTimeFormatter.ofPattern(monthPattern, locale);
    }

    /**
     * A mark.
     *
     * @param at its moment
     * @param label its words; empty for a small mark
     */
    public record Tick(Instant at, String label) {

        /** Whether it has words. */
        public boolean isLabelled() {
            return !label.isEmpty();
        }
    }

    /**
     * A day or a month.
     *
     * @param from its beginning
     * @param to its end
     * @param label its name
     * @param shortLabel the same in few letters
     */
    public record Band(Instant from, Instant to, String label, String shortLabel) implements Span {}

    /**
     * The marks on a scale, in order.
     *
     * @param scale what is seen
     * @param labelWidth how many pixels words need
     */
    public List<Tick> ticks(TimeScale scale, int labelWidth) {
        Duration step = step(scale, labelWidth);
        List<Instant> labelled = moments(scale, step);
        Set<Instant> known = new HashSet<>(labelled);
        return Stream.concat(
                        labelled.stream().map(moment -> new Tick(moment, label(moment, step))),
                        moments(scale, part(scale, step)).stream()
                                .filter(moment -> !known.contains(moment))
                                .map(moment -> new Tick(moment, "")))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }

    /** The days on a scale, or the months when the marks are days. */
    public List<Band> bands(TimeScale scale, int labelWidth) {
        boolean months = step(scale, labelWidth).compareTo(DAY) >= 0;
        List<Band> bands = new ArrayList<>();
        LocalDate date = scale.from().atZone(zone).toLocalDate();
        if (months) {
            date = date.withDayOfMonth(1);
        }
        for (Instant from = start(date); from.isBefore(scale.to()); from = start(date)) {
            LocalDate next = months ? date.plusMonths(1) : date.plusDays(1);
            String label = (months ? month : fullDay).format(date);
            bands.add(new Band(from, start(next), label, months ? label : shortDay.format(date)));
            date = next;
        }
        return bands;
    }

    private Duration step(TimeScale scale, int labelWidth) {
        return STEPS.stream()
                .filter(step -> step.toNanos() / scale.nanosPerPixel() >= labelWidth)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
    }

    private static Duration part(TimeScale scale, Duration step) {
        return STEPS.stream()
                .filter(part -> step.toNanos() % part.toNanos() == 0
                        && step.toNanos() / part.toNanos() <= MOST_PARTS
                        && part.toNanos() / scale.nanosPerPixel() >= LEAST_DISTANCE)
                .findFirst()
                .orElse(step);
    }

    private List<Instant> moments(TimeScale scale, Duration step) {
        List<Instant> moments = new ArrayList<>();
        LocalDate date = scale.from().atZone(zone).toLocalDate();
        for (; start(date).isBefore(scale.to()); date = date.plusDays(1)) {
            if (step.compareTo(DAY) >= 0) {
                if (date.toEpochDay() % step.toDays() == 0) {
                    add(moments, start(date), scale);
                }
            } else if (step.compareTo(HOUR) > 0) {
                addHours(moments, date, step, scale);
            } else {
                addEven(moments, date, step, scale);
            }
        }
        return moments;
    }

    /** Steps of several hours keep to the clock on the wall: what it leaves out has no mark. */
    private void addHours(List<Instant> moments, LocalDate date, Duration step, TimeScale scale) {
        for (int hour = 0; hour < DAY.toHours(); hour += (int) step.toHours()) {
            LocalDateTime local = date.atTime(hour, 0);
            ZonedDateTime moment = local.atZone(zone);
            if (moment.toLocalDateTime().equals(local) || hour == 0) {
                add(moments, moment.toInstant(), scale);
            }
        }
    }

    /** Steps of at most an hour go through the day as it passes. */
    private void addEven(List<Instant> moments, LocalDate date, Duration step, TimeScale scale) {
        Instant first = start(date);
        Instant end = earlier(start(date.plusDays(1)), scale.to());
        long skipped = first.isBefore(scale.from())
                ? Duration.between(first, scale.from()).toNanos() / step.toNanos()
                : 0;
        for (Instant moment = first.plusNanos(skipped * step.toNanos());
                moment.isBefore(end);
                moment = moment.plus(step)) {
            add(moments, moment, scale);
        }
    }

    private String label(Instant moment, Duration step) {
        ZonedDateTime time = moment.atZone(zone);
        if (step.compareTo(DAY) >= 0) {
            return day.format(time);
        }
        if (step.compareTo(SECOND) < 0) {
            return fraction.format(time);
        }
        if (step.compareTo(MINUTE) < 0) {
            return seconds.format(time);
        }
        boolean comesTwice =
                zone.getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
        return (comesTwice ? twice : minutes).format(time);
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void add(List<Instant> moments, Instant moment, TimeScale scale) {
        if (scale.shows(moment)) {
            moments.add(moment);
        }
    }
}
