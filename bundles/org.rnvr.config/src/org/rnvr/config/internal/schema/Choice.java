package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rnvr.config.AllowedValues;

/**
 * One of a few words.
 *
 * @param words from word to value, in the order in which they are offered
 * @param anyCase whether capitals and small letters are the same
 */
record Choice<T>(Map<String, T> words, boolean anyCase) implements Kind<T> {

    Choice {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** The constants of an enumeration by their names in small letters. */
    static <E extends Enum<E>> Choice<E> of(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return new Choice<>(words, false);
    }

    /** The constants of an enumeration by their very names. */
    static <E extends Enum<E>> Choice<E> ofNames(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name(), constant);
        }
        return new Choice<>(words, false);
    }

    Choice<T> inAnyCase() {
        return new Choice<>(words, true);
    }

    @Override
    public Optional<T> read(JsonElement json) {
        return JsonString.read(json).flatMap(this::value);
    }

    private Optional<T> value(String word) {
        return words.entrySet().stream()
                .filter(entry -> anyCase
                        ? entry.getKey().equalsIgnoreCase(word)
                        : entry.getKey().equals(word))
                .map(Entry::getValue)
                .findFirst();
    }

    @Override
    public String allowed() {
        return words.size() == 1
                ? "only " + words.keySet().iterator().next()
                : words.keySet().stream().collect(Collectors.joining(", ", "one of ", ""));
    }

    @Override
    public String show(T value) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.OneOf(List.copyOf(words.keySet()));
    }

    @Override
    public Optional<Object> plain(T value) {
        return Optional.of(show(value));
    }
}
