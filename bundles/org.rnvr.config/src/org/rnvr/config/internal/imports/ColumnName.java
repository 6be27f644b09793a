package org.rnvr.config.internal.imports;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;
import org.rnvr.config.internal.json.JsonReading;
import org.rnvr.config.internal.json.NotJsonException;
import org.rnvr.config.internal.schema.Key;
import org.rnvr.config.internal.schema.Schema;

/**
 * A column of the Python recorder's database that stands for a key or a group of keys, and how its values are to be read.
 *
 * @param path the names from the section to the key
 * @param allowed what the key may hold; empty for a group
 */
record ColumnName(List<String> path, Optional<AllowedValues> allowed) {

    private static final Pattern TRUE = Pattern.compile("(?i)1(\\.0)?|true|yes|on");
    private static final Pattern FALSE = Pattern.compile("(?i)0(\\.0)?|false|no|off");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

    /**
     * The key that a column stands for.
     *
     * @param section {@code cameras[]} for a camera
     */
    static Optional<ColumnName> find(String section, String column) {
        String wanted = joined(column);
        return Schema.KEYS.stream()
                .flatMap(key -> names(key).map(name -> new Named(name, key)))
                .filter(named -> named.name().startsWith(section + "."))
                .filter(named ->
                        joined(named.name().substring(section.length() + 1)).equals(wanted))
                .findFirst()
                .map(named -> new ColumnName(
                        List.of(named.name().substring(section.length() + 1).split("\\.")),
                        Optional.of(named.key().kind().description())))
                .or(() -> Schema.isGroup(section + "." + column)
                        ? Optional.of(new ColumnName(List.of(column), Optional.empty()))
                        : Optional.empty());
    }

    private record Named(String name, Key<?> key) {}

    private static Stream<String> names(Key<?> key) {
        return Stream.concat(Stream.of(key.path()), key.older().stream().map(Key.Older::path));
    }

    private static String joined(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._]+", "_");
    }

    /** A value of the column as the JSON file would have it; as it is where it makes no sense there. */
    JsonElement json(Object value) {
        String text = String.valueOf(value).strip();
        if (allowed.isEmpty()) {
            return parsed(text).orElseGet(() -> new JsonPrimitive(text));
        }
        if (allowed.get() instanceof AllowedValues.Truth) {
            return truth(text);
        }
        if (allowed.get() instanceof AllowedValues.Range && NUMBER.matcher(text).matches()) {
            return number(text);
        }
        if (allowed.get() instanceof AllowedValues.OneOf choice
                && choice.values().get(0) instanceof BigDecimal) {
            return NUMBER.matcher(text).matches() ? number(text) : new JsonPrimitive(text);
        }
        if (allowed.get() instanceof AllowedValues.Formed formed) {
            return switch (formed.form()) {
                case NAMES -> list(text, ",", Form.NAMES);
                case COLOUR -> list(text, ",", Form.COLOUR);
                case SCHEDULE -> list(text, ";", Form.SCHEDULE);
                case PASSWORD, TEXT -> new JsonPrimitive(String.valueOf(value));
                default -> new JsonPrimitive(text);
            };
        }
        return new JsonPrimitive(text);
    }

    private static JsonElement truth(String text) {
        if (TRUE.matcher(text).matches()) {
            return new JsonPrimitive(true);
        }
        return FALSE.matcher(text).matches() ? new JsonPrimitive(false) : new JsonPrimitive(text);
    }

    private static JsonPrimitive number(String text) {
        BigDecimal number = new BigDecimal(text);
        return new JsonPrimitive(number.signum() == 0 ? BigDecimal.ZERO : plainest(number));
    }

    /** A database's 5.0 is a 5. */
    private static BigDecimal plainest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static JsonElement list(String text, String separator, Form form) {
        if (text.startsWith("[")) {
            return parsed(text).orElseGet(() -> new JsonPrimitive(text));
        }
        JsonArray list = new JsonArray();
        Stream.of(text.split(separator))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .forEach(element -> list.add(
                        form == Form.COLOUR && NUMBER.matcher(element).matches()
                                ? number(element)
                                : new JsonPrimitive(element)));
        return list;
    }

    /** A list or an object that a column holds as JSON text. */
    private static Optional<JsonElement> parsed(String text) {
        try {
            JsonObject wrapped = JsonReading.read("{\"value\":" + text + "}").root();
            return Optional.ofNullable(wrapped.get("value"));
        } catch (NotJsonException e) {
            // It is a plain text, and the schema will say what it thinks of that.
            return Optional.empty();
        }
    }
}
