package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;

/**
 * A list of names.
 *
 * @param pattern what each must match
 * @param allowed that in words
 * @param form what kind of names they are
 */
record Names(Pattern pattern, String allowed, Form form) implements Kind<List<String>> {

    @Override
    public Optional<List<String>> read(JsonElement json) {
        if (!json.isJsonArray()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonElement element : json.getAsJsonArray()) {
            Optional<String> name = JsonString.read(element)
                    .filter(text -> pattern.matcher(text).matches());
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
        }
        return Optional.of(List.copyOf(names));
    }

    @Override
    public String show(List<String> value) {
        return value.isEmpty() ? "an empty list" : String.join(", ", value);
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(form);
    }
}
