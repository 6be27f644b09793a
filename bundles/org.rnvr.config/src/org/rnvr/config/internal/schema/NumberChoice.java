package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rnvr.config.AllowedValues;

/**
 * One of a few numbers.
 *
 * @param numbers those allowed
 * @param unit their unit
 */
record NumberChoice(List<Integer> numbers, String unit) implements Kind<Integer> {

    NumberChoice {
        numbers = List.copyOf(numbers);
    }

    @Override
    public Optional<Integer> read(JsonElement json) {
        return JsonNumber.read(json).flatMap(found -> numbers.stream()
                .filter(number -> BigDecimal.valueOf(number).compareTo(found) == 0)
                .findFirst());
    }

    @Override
    public String allowed() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "one of ", ""));
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.OneOf(
                numbers.stream().<Object>map(BigDecimal::valueOf).toList());
    }

    @Override
    public Optional<Object> plain(Integer value) {
        return Optional.of(BigDecimal.valueOf(value));
    }
}
