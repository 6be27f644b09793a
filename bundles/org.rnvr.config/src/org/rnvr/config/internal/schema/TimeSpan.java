package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rnvr.config.AllowedValues;

/**
 * A length of time, as a number of a range in a unit. Fractions are allowed and rounded to milliseconds.
 *
 * @param least the shortest allowed
 * @param most the longest allowed
 * @param in the unit
 */
record TimeSpan(int least, int most, ChronoUnit in) implements Kind<Duration> {

    @Override
    public Optional<Duration> read(JsonElement json) {
        return JsonNumber.within(BigDecimal.valueOf(least), BigDecimal.valueOf(most), JsonNumber.read(json))
                .map(number -> number.multiply(millisInUnit()).setScale(0, RoundingMode.HALF_UP))
                .map(millis -> Duration.ofMillis(millis.longValueExact()));
    }

    @Override
    public String allowed() {
        return "a number from " + least + " to " + most + " (" + unit() + ")";
    }

    @Override
    public String unit() {
        return switch (in) {
            case MILLIS -> "ms";
            case SECONDS -> "s";
            case MINUTES -> "min";
            case HOURS -> "h";
            default -> throw new IllegalStateException("No key is in " + in);
        };
    }

    @Override
    public String show(Duration value) {
        return JsonNumber.show(BigDecimal.valueOf(value.toMillis()).divide(millisInUnit(), 6, RoundingMode.HALF_UP));
    }

    private BigDecimal millisInUnit() {
        return BigDecimal.valueOf(in.getDuration().toMillis());
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most), false, unit());
    }

    @Override
    public Optional<Object> plain(Duration value) {
        return Optional.of(new BigDecimal(show(value)));
    }
}
