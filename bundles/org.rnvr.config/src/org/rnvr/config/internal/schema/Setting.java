package org.rnvr.config.internal.schema;

import java.util.Objects;

/**
 * A key and the value in force.
 *
 * @param key the key
 * @param value the value; not shown in the text form
 * @param shown the value in words, without secrets; empty when it must not be shown at all
 */
public record Setting(Key<?> key, Object value, String shown) {
    public Setting {
        Objects.requireNonNull(value);
    }

    static <T> Setting of(Key<T> key, T value) {
        return new Setting(key, value, key.kind().show(value));
    }

    @Override
    public String toString() {
        return key.path() + " = " + shown;
    }
}
