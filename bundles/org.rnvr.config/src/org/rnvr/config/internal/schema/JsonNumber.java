package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in a JSON document. */
final class JsonNumber {

    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,20}");

    /** No range reaches further, and exact arithmetic with exponents of billions would not end. */
    private static final int LARGEST_SCALE = 1000;

    private JsonNumber() {}

    static Optional<BigDecimal> read(JsonElement json) {
        if (!(json instanceof JsonPrimitive value) || !value.isNumber()) {
            return Optional.empty();
        }
        return parse(value.getAsString());
    }

    /** Also from a text that holds nothing but a whole number. */
    static Optional<BigDecimal> readAlsoFromText(JsonElement json) {
        if (json instanceof JsonPrimitive value && value.isString()) {
            String text = value.getAsString().strip();
            return DIGITS.matcher(text).matches() ? parse(text) : Optional.empty();
        }
        return read(json);
    }

    static Optional<BigDecimal> within(BigDecimal least, BigDecimal most, Optional<BigDecimal> number) {
        return number.filter(n -> n.compareTo(least) >= 0 && n.compareTo(most) <= 0);
    }

    static String show(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text)).filter(number -> Math.abs(number.scale()) <= LARGEST_SCALE);
        } catch (NumberFormatException e) {
            // JSON allows exponents that BigDecimal does not.
            return Optional.empty();
        }
    }
}
