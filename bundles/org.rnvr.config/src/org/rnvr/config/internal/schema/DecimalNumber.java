package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.util.Optional;
import org.rnvr.config.AllowedValues;

/**
 * A number of a range.
 *
 * @param least the smallest allowed
 * @param most the largest allowed
 * @param unit the unit
 */
record DecimalNumber(BigDecimal least, BigDecimal most, String unit) implements Kind<Double> {

    DecimalNumber(int least, int most, String unit) {
        this(BigDecimal.valueOf(least), BigDecimal.valueOf(most), unit);
    }

    @Override
    public Optional<Double> read(JsonElement json) {
        return JsonNumber.within(least, most, JsonNumber.read(json)).map(BigDecimal::doubleValue);
    }

    @Override
    public String allowed() {
        return "a number from " + least + " to " + most + " (" + unit + ")";
    }

    @Override
    public String show(Double value) {
        return JsonNumber.show(BigDecimal.valueOf(value));
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Range(least, most, false, unit);
    }

    @Override
    public Optional<Object> plain(Double value) {
        return Optional.of(new BigDecimal(show(value)));
    }
}
