package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;

/** A key of the keyboard, with or without modifiers, in one spelling: {@code F1}, {@code Esc}, {@code Ctrl+N}. */
record KeyName() implements Kind<String> {

    private static final Map<String, String> SPELLINGS = spellings();
    private static final Map<String, String> MODIFIERS =
            Map.of("ctrl", "Ctrl", "control", "Ctrl", "alt", "Alt", "shift", "Shift");

    @Override
    public Optional<String> read(JsonElement json) {
        return JsonString.read(json).flatMap(KeyName::spelled);
    }

    @Override
    public String allowed() {
        return "a key such as F1, N, Esc, Space or Ctrl+N";
    }

    private static Optional<String> spelled(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("\\+", -1);
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < parts.length - 1; i++) {
            String modifier = MODIFIERS.get(parts[i].strip());
            if (modifier == null || spelled.indexOf(modifier) >= 0) {
                return Optional.empty();
            }
            spelled.append(modifier).append('+');
        }
        return Optional.ofNullable(SPELLINGS.get(parts[parts.length - 1].strip()))
                .map(key -> spelled.append(key).toString());
    }

    private static Map<String, String> spellings() {
        Map<String, String> spellings = new LinkedHashMap<>();
        Stream.concat(
                        IntStream.rangeClosed(1, 24).mapToObj(n -> "F" + n),
                        Stream.concat(
                                IntStream.rangeClosed('A', 'Z').mapToObj(Character::toString),
                                IntStream.rangeClosed('0', '9').mapToObj(Character::toString)))
                .forEach(key -> spellings.put(key.toLowerCase(Locale.ROOT), key));
        Stream.of(
                        "Esc",
                        "Space",
                        "Tab",
                        "Enter",
                        "Backspace",
                        "Delete",
                        "Insert",
                        "Home",
                        "End",
                        "PageUp",
                        "PageDown",
                        "Left",
                        "Right",
                        "Up",
                        "Down")
                .forEach(key -> spellings.put(key.toLowerCase(Locale.ROOT), key));
        spellings.put("escape", "Esc");
        spellings.put("return", "Enter");
        spellings.put("del", "Delete");
        return Map.copyOf(spellings);
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(Form.KEYSTROKE);
    }
}
