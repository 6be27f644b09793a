package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.Optional;
import org.rnvr.config.AllowedValues;

/**
 * A value, where null and an empty text mean another.
 *
 * @param kind what the value may be
 * @param nothing what null and an empty text mean
 */
record OrNothing<T>(Kind<T> kind, T nothing) implements Kind<T> {

    @Override
    public Optional<T> read(JsonElement json) {
        return JsonString.isNothing(json) ? Optional.of(nothing) : kind.read(json);
    }

    @Override
    public String allowed() {
        return kind.allowed();
    }

    @Override
    public String show(T value) {
        return kind.show(value);
    }

    @Override
    public AllowedValues description() {
        return kind.description();
    }

    @Override
    public boolean orNothing() {
        return true;
    }

    @Override
    public Optional<Object> plain(T value) {
        return kind.plain(value);
    }
}
