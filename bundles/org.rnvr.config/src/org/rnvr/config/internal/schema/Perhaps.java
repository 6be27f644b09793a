package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.Optional;
import org.rnvr.config.AllowedValues;

/**
 * A value or none; null and an empty text are none.
 *
 * @param kind what the value may be
 */
record Perhaps<T>(Kind<T> kind) implements Kind<Optional<T>> {

    @Override
    public Optional<Optional<T>> read(JsonElement json) {
        return JsonString.isNothing(json)
                ? Optional.of(Optional.empty())
                : kind.read(json).map(Optional::of);
    }

    @Override
    public String allowed() {
        return kind.allowed();
    }

    @Override
    public String unit() {
        return kind.unit();
    }

    @Override
    public String show(Optional<T> value) {
        return value.map(kind::show).orElse("none");
    }

    @Override
    public String found(JsonElement json) {
        return kind.found(json);
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
    public Optional<Object> plain(Optional<T> value) {
        return value.flatMap(kind::plain);
    }
}
