package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;

/** A colour as red, green and blue. */
record Colour() implements Kind<List<Integer>> {

    private static final int PARTS = 3;
    private static final WholeNumber PART = new WholeNumber(0, 255, "");

    @Override
    public Optional<List<Integer>> read(JsonElement json) {
        if (!json.isJsonArray() || json.getAsJsonArray().size() != PARTS) {
            return Optional.empty();
        }
        List<Integer> parts = new ArrayList<>();
        json.getAsJsonArray().forEach(part -> PART.read(part).ifPresent(parts::add));
        return parts.size() == PARTS ? Optional.of(List.copyOf(parts)) : Optional.empty();
    }

    @Override
    public String allowed() {
        return "a list of three whole numbers from 0 to 255 (red, green, blue)";
    }

    @Override
    public String show(List<Integer> value) {
        return value.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(Form.COLOUR);
    }

    @Override
    public Optional<Object> plain(List<Integer> value) {
        return Optional.of(value.stream().map(BigDecimal::valueOf).toList());
    }
}
