package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.util.Optional;
import org.rnvr.config.AllowedValues;

/**
 * A whole number of a range.
 *
 * @param least the smallest allowed
 * @param most the largest allowed
 * @param unit the unit, or empty
 * @param alsoAsText whether it may stand in quotes
 */
record WholeNumber(int least, int most, String unit, boolean alsoAsText) implements Kind<Integer> {

    WholeNumber(int least, int most, String unit) {
        this(least, most, unit, false);
    }

    @Override
    public Optional<Integer> read(JsonElement json) {
        Optional<BigDecimal> number = alsoAsText ? JsonNumber.readAlsoFromText(json) : JsonNumber.read(json);
        return JsonNumber.within(BigDecimal.valueOf(least), BigDecimal.valueOf(most), number)
                .map(BigDecimal::stripTrailingZeros)
                .filter(n -> n.scale() <= 0)
                .map(BigDecimal::intValueExact);
    }

    @Override
    public String allowed() {
        return least == Integer.MIN_VALUE
                ? "a whole number"
                : "a whole number from " + least + " to " + most + (unit.isEmpty() ? "" : " (" + unit + ")");
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most), true, unit);
    }

    @Override
    public Optional<Object> plain(Integer value) {
        return Optional.of(BigDecimal.valueOf(value));
    }
}
