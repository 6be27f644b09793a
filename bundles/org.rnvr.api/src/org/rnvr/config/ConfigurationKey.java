package org.rnvr.config;

import java.util.Objects;
import java.util.Optional;

/**
 * A key of the configuration file, described for those who let people edit it.
 *
 * @param path where it stands, for example {@code streaming.latency_ms}; {@code cameras[].name} for every camera
 * @param allowed what it may hold
 * @param fallback what holds when it is absent: a text, number, boolean or list, as in JSON; empty when there is no such value
 * @param orNothing whether an empty text may stand in place of a value, and means none
 */
public record ConfigurationKey(String path, AllowedValues allowed, Optional<Object> fallback, boolean orNothing) {
    public ConfigurationKey {
        Objects.requireNonNull(path);
        Objects.requireNonNull(allowed);
        Objects.requireNonNull(fallback);
    }

    /** Whether it is one of the keys of a camera. */
    public boolean ofCamera() {
        return path.startsWith("cameras[].");
    }

    /**
     * The edit after which a value holds.
     *
     * @param value as {@link #fallback}; empty: none
     */
    public ConfigurationEdit edit(Optional<Object> value) {
        if (value.isEmpty() && fallback.isEmpty()) {
            return new ConfigurationEdit.Remove(path);
        }
        return new ConfigurationEdit.Set(path, value.orElse(""));
    }
}
