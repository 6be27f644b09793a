package org.rnvr.console.internal.preferences;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationKey;

/**
 * What a person has entered so far, beside what the file says, which may change meanwhile. One thread at a time.
 */
final class Draft {

    private final Map<String, ConfigurationKey> keys = new LinkedHashMap<>();
    private final Map<String, Optional<Object>> entered = new LinkedHashMap<>();
    private final Set<String> conflicts = new LinkedHashSet<>();
    private Map<String, Object> inFile;

    /**
     * Without anything entered yet.
     *
     * @param keys the keys it is about
     * @param inFile from path to what the file says
     */
    Draft(List<ConfigurationKey> keys, Map<String, Object> inFile) {
        keys.forEach(key -> this.keys.put(key.path(), key));
        this.inFile = Map.copyOf(inFile);
    }

    /** What is entered at a key, or else what the file says; empty: none. */
    Optional<Object> value(String path) {
        return entered.containsKey(path) ? entered.get(path) : inFile(path);
    }

    /** Enters a value, which need not be an allowed one. */
    void enter(String path, Optional<Object> value) {
        Optional<Object> plain = value.map(Draft::plain);
        if (plain.equals(inFile(path))) {
            entered.remove(path);
        } else {
            entered.put(path, plain);
        }
        conflicts.remove(path);
    }

    /** Enters the default of every key. */
    void enterDefaults() {
        keys.values().forEach(key -> enter(key.path(), key.fallback()));
    }

    /** What has to be changed in the file, and nothing else. */
    List<ConfigurationEdit> edits() {
        return keys.values().stream()
                .filter(key -> entered.containsKey(key.path()))
                .map(key -> key.edit(entered.get(key.path())))
                .toList();
    }

    /** Takes up what the file says now. What was entered stays; where the file changed too, that is a conflict. */
    void takeUp(Map<String, Object> nowInFile) {
        Map<String, Object> before = inFile;
        inFile = Map.copyOf(nowInFile);
        for (String path : Set.copyOf(entered.keySet())) {
            if (entered.get(path).equals(inFile(path))) {
                entered.remove(path);
                conflicts.remove(path);
            } else if (!inFile(path)
                    .equals(Optional.ofNullable(before.get(path)).map(Draft::plain))) {
                conflicts.add(path);
            }
        }
    }

    /** The keys that were entered here and changed in the file meanwhile. */
    Set<String> conflicts() {
        return Set.copyOf(conflicts);
    }

    private Optional<Object> inFile(String path) {
        return Optional.ofNullable(inFile.get(path)).map(Draft::plain);
    }

    /** In one form, so that 5.0 is a 5. */
    private static Object plain(Object value) {
        if (value instanceof BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
        return value instanceof List<?> list
                ? list.stream().<Object>map(Draft::plain).toList()
                : value;
    }
}
