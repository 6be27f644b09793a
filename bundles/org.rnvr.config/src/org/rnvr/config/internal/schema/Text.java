package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;

/**
 * A text.
 *
 * @param form what it must match
 * @param allowed that in words
 */
record Text(Pattern form, String allowed) implements Kind<String> {

    /** Any text; null is none. */
    static final Text ANY = new Text(Pattern.compile("(?s).*"), "a text");

    @Override
    public Optional<String> read(JsonElement json) {
        String nothing = json.isJsonNull() ? "" : null;
        return JsonString.read(json).or(() -> Optional.ofNullable(nothing)).filter(text -> form.matcher(text)
                .matches());
    }

    @Override
    public String show(String value) {
        return value.isEmpty() ? "none" : value.replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(this.equals(ANY) ? Form.TEXT : Form.IDENTIFIER);
    }
}
