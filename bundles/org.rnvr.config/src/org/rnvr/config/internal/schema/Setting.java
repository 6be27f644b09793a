package org.rnvr.config.internal.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A key and the value in force.
 *
 * @param key the key
 * @param value the value; not shown in the text form
 * @param shown the value in words, without secrets; empty when it must not be shown at all
 * @param plain the value as it would stand in the file
 */
public record Setting(Key<?> key, Object value, String shown, Optional<Object> plain) {
    public Setting {
        Objects.requireNonNull(value);
    }

    static <T> Setting of(Key<T> key, T value) {
        return new Setting(key, value, key.kind().show(value), key.kind().plain(value));
    }

    @Override
    public String toString() {
        return key.path() + " = " + shown;
    }
}
