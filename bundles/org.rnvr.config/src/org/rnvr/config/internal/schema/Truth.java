package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import org.rnvr.config.AllowedValues;

/** True or false. */
record Truth() implements Kind<Boolean> {

    @Override
    public Optional<Boolean> read(JsonElement json) {
        return json instanceof JsonPrimitive value && value.isBoolean()
                ? Optional.of(value.getAsBoolean())
                : Optional.empty();
    }

    @Override
    public String allowed() {
        return "true or false";
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Truth();
    }
}
