package org.rnvr.console.internal.model;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Tells a point in time: the time of day alone when it is today. */
public final class When {

    private final Clock clock;
    private final DateTimeFormatter today;
    private final DateTimeFormatter otherDay;

    /** By this clock's zone and day, in the manner of this locale. */
    public When(Clock clock, Locale locale) {
        this.clock = clock;
        this.today = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(locale);
        this.otherDay = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(locale);
    }

    /** In words. */
    public String tell(Instant instant) {
        ZonedDateTime time = instant.atZone(clock.getZone());
        return (time.toLocalDate().equals(LocalDate.now(clock)) ? today : otherDay).format(time);
    }
}
