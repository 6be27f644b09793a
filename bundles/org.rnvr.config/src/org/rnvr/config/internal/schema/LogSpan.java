package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time in words: {@code 7 days}. */
record LogSpan() implements Kind<Duration> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4}) *([a-z]+?)s?");
    private static final Map<String, Duration> UNITS = Map.of(
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "month", Duration.ofDays(30),
            "year", Duration.ofDays(365));

    static Optional<Duration> parse(String text) {
        Matcher match = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        return match.matches()
                ? Optional.ofNullable(UNITS.get(match.group(2)))
                        .map(unit -> unit.multipliedBy(Long.parseLong(match.group(1))))
                        .filter(span -> !span.isZero())
                : Optional.empty();
    }

    static String shown(Duration span) {
        if (span.toDays() * 24 == span.toHours()) {
            return span.toDays() + " days";
        }
        return span.toHours() * 60 == span.toMinutes() ? span.toHours() + " hours" : span.toMinutes() + " minutes";
    }

    @Override
    public Optional<Duration> read(JsonElement json) {
        return JsonString.read(json).flatMap(LogSpan::parse);
    }

    @Override
    public String allowed() {
        return "a number of minutes, hours, days, weeks, months or years, for example 7 days";
    }

    @Override
    public String show(Duration value) {
        return shown(value);
    }
}
