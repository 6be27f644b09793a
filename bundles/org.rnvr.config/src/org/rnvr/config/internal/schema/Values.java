package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnvr.config.internal.json.JsonPath;

/** Reads keys from an object of the document: the document itself, or one camera. */
final class Values {

    private final JsonObject object;
    private final String pattern;
    private final String path;
    private final Problems problems;
    private final Set<String> reported = new HashSet<>();
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    /** For the document itself. */
    Values(JsonObject document, Problems problems) {
        this(document, "", "", problems);
    }

    /**
     * For an object in it.
     *
     * @param pattern how the paths of its keys begin in the schema
     * @param path how they begin in the document
     */
    Values(JsonObject object, String pattern, String path, Problems problems) {
        this.object = object;
        this.pattern = pattern;
        this.path = path;
        this.problems = problems;
    }

    /** The value of a key; where that is bad, its default, and a problem. */
    <T> T get(Key<T> key) {
        T value = value(key);
        put(key, value);
        return value;
    }

    /** The value of a key without a default, and what to say of a bad one instead. */
    <T> Optional<T> getOr(Key<Optional<T>> key, String consequence) {
        Optional<JsonElement> found = find(key.path());
        Optional<Optional<T>> value =
                found.isEmpty() ? Optional.of(Optional.empty()) : key.kind().read(found.get());
        if (value.isEmpty()) {
            problems.error(pathOf(key), wrong(key.kind(), found.get()) + "; " + consequence);
        }
        put(key, value.orElse(key.fallback()));
        return value.orElse(key.fallback());
    }

    /** The value of a key that was read, before anything was put in its place. */
    <T> T valueOf(Key<T> key) {
        return find(key.path()).flatMap(key.kind()::read).orElse(key.fallback());
    }

    /** Whether nothing is said at a key: it is absent, null or an empty text. */
    boolean isNothing(Key<?> key) {
        return find(key.path()).map(JsonString::isNothing).orElse(true);
    }

    /** What came of a key in the end, when that is more than its value. */
    <T> void put(Key<T> key, T value) {
        settings.put(key.path(), Setting.of(key, value));
    }

    /** Whether an allowed value stands at a key. */
    boolean isGiven(Key<?> key) {
        return find(key.path()).flatMap(key.kind()::read).isPresent();
    }

    /** Where a key stands in the document. */
    String pathOf(Key<?> key) {
        return pathOf(key.path());
    }

    /** What came of every key that was read, by its path in the schema. */
    Map<String, Setting> settings() {
        return settings;
    }

    private <T> T value(Key<T> key) {
        Optional<JsonElement> found = find(key.path());
        for (Key.Older<T> older : key.older()) {
            Optional<JsonElement> former = find(older.path());
            if (former.isPresent()) {
                problems.note(
                        pathOf(older.path()),
                        "is an older name of " + pathOf(key) + (found.isPresent() ? ", whose value is used" : ""));
                if (found.isEmpty()) {
                    return read(older.kind(), older.path(), former.get(), key);
                }
            }
        }
        return found.isPresent() ? read(key.kind(), key.path(), found.get(), key) : key.fallback();
    }

    private <T> T read(Kind<T> kind, String keyPath, JsonElement json, Key<T> key) {
        Optional<T> value = kind.read(json);
        if (value.isEmpty()) {
            problems.error(pathOf(keyPath), wrong(kind, json) + "; using the default " + key.fallbackText());
        }
        return value.orElse(key.fallback());
    }

    private static String wrong(Kind<?> kind, JsonElement json) {
        return "found " + kind.found(json) + ", expected " + kind.allowed();
    }

    private Optional<JsonElement> find(String keyPath) {
        JsonElement here = object;
        String herePath = path;
        for (String name : relative(keyPath).split("\\.")) {
            if (here.isJsonNull()) {
                return Optional.empty();
            }
            if (!here.isJsonObject()) {
                if (reported.add(herePath)) {
                    problems.error(
                            herePath,
                            "found " + Found.in(here) + ", expected an object; using the defaults of its keys");
                }
                return Optional.empty();
            }
            here = here.getAsJsonObject().get(name);
            if (here == null) {
                return Optional.empty();
            }
            herePath = JsonPath.member(herePath, name);
        }
        return Optional.of(here);
    }

    private String pathOf(String keyPath) {
        return JsonPath.member(path, relative(keyPath));
    }

    private String relative(String keyPath) {
        return pattern.isEmpty() ? keyPath : keyPath.substring(pattern.length() + 1);
    }
}
