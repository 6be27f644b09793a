package org.rnvr.console.internal.playback.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** A moment as it is written on the clock, and as people write it there. */
public final class MomentText {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:m[:s[.SSS][.S]]", Locale.ROOT);

    private final ZoneId zone;

    /** Of this place. */
    public MomentText(ZoneId zone) {
        this.zone = zone;
    }

    /** To the second. */
    public String seconds(Instant moment) {
        return SECONDS.format(moment.atZone(zone));
    }

    /** To the millisecond. */
    public String millis(Instant moment) {
        return MILLIS.format(moment.atZone(zone));
    }

    /** The beginning of its day. */
    public Instant dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /**
     * What was written: a date ({@code 2026-11-26} or {@code 11-26}), a time ({@code 14:03}, {@code 14:03:22.5}), or both. What
     * is left out is taken from another moment, or is the beginning of the day.
     */
    public Optional<Instant> read(String text, Instant otherwise) {
        LocalDate day = otherwise.atZone(zone).toLocalDate();
        String[] words = text.strip().split("[\\sT]+");
        try {
            return local(words, day).map(local -> local.atZone(zone).toInstant());
        } catch (DateTimeException e) {
            // It is no moment that was written, which is the answer.
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> local(String[] words, LocalDate day) {
        return switch (words.length) {
            case 1 ->
                Optional.of(
                        words[0].contains(":")
                                ? day.atTime(time(words[0]))
                                : date(words[0], day).atStartOfDay());
            case 2 -> Optional.of(date(words[0], day).atTime(time(words[1])));
            default -> Optional.empty();
        };
    }

    private static LocalDate date(String text, LocalDate otherwise) {
        String plain = text.replace('.', '-').replace('/', '-');
        boolean hasYear = plain.chars().filter(letter -> letter == '-').count() == 2;
        return LocalDate.parse(hasYear ? plain : otherwise.getYear() + "-" + plain, DATE);
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text, TIME);
    }
}
