package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;

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

    private static final List<String> UNITS_AS_SHOWN = List.of("day", "hour", "minute", "week", "month", "year");
    private static final int MOST = 9999;

    static Optional<Duration> parse(String text) {
        Matcher match = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        return match.matches()
                ? Optional.ofNullable(UNITS.get(match.group(2)))
                        .map(unit -> unit.multipliedBy(Long.parseLong(match.group(1))))
                        .filter(span -> !span.isZero())
                : Optional.empty();
    }

    /** As it can be read again: in the first unit that needs no more than four digits and no fraction. */
    static String shown(Duration span) {
        return UNITS_AS_SHOWN.stream()
                .filter(unit -> isMultiple(span, UNITS.get(unit)))
                .findFirst()
                .map(unit -> span.dividedBy(UNITS.get(unit)) + " " + unit + "s")
                .orElseThrow();
    }

    private static boolean isMultiple(Duration span, Duration unit) {
        return span.toMinutes() % unit.toMinutes() == 0 && span.dividedBy(unit) <= MOST;
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

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(Form.LOG_RETENTION);
    }

    @Override
    public Optional<Object> plain(Duration value) {
        return Optional.of(shown(value));
    }
}
