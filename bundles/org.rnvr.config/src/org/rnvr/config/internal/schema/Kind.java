package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.Optional;
import org.rnvr.config.AllowedValues;

/**
 * What a key of the file may hold.
 *
 * @param <T> the value as RNVR uses it
 */
public interface Kind<T> {

    /** The value that stands in the file; empty when it is not allowed. */
    Optional<T> read(JsonElement json);

    /** What is allowed, so that it can follow "expected". */
    String allowed();

    /** The unit, as in the file's description; empty when there is none. */
    default String unit() {
        return "";
    }

    /** A value as an operator would write it. */
    default String show(T value) {
        return value.toString();
    }

    /** What stands in the file, for a message: short, and nothing that may be a secret. */
    default String found(JsonElement json) {
        return Found.in(json);
    }

    /** The same as {@link #allowed}, described. */
    AllowedValues description();

    /** Whether an empty text may stand there, and means none. */
    default boolean orNothing() {
        return false;
    }

    /** A value as it would stand in the file: a text, number, boolean or list; empty when it would not. */
    default Optional<Object> plain(T value) {
        return Optional.of(value);
    }
}
