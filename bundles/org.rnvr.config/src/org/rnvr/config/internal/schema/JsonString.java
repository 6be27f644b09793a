package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** Texts in a JSON document. */
final class JsonString {

    private JsonString() {}

    static Optional<String> read(JsonElement json) {
        return json instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    /** Whether nothing is said: null, or a text without characters. */
    static boolean isNothing(JsonElement json) {
        return json.isJsonNull() || read(json).filter(String::isEmpty).isPresent();
    }
}
