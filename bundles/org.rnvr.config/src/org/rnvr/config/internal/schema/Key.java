package org.rnvr.config.internal.schema;

import java.util.List;
import java.util.stream.Stream;
import org.rnvr.config.ConfigurationKey;

/**
 * One key of the file.
 *
 * @param path where it stands; {@code cameras[]} for every camera
 * @param kind what it may hold
 * @param fallback what holds when it is absent or bad
 * @param fallbackText that in words
 * @param older names that it had before, still read
 * @param <T> its value
 */
public record Key<T>(String path, Kind<T> kind, T fallback, String fallbackText, List<Older<T>> older) {

    /**
     * A former name of a key.
     *
     * @param path where it stands
     * @param kind what it may hold
     * @param <T> its value
     */
    public record Older<T>(String path, Kind<T> kind) {}

    /** A key whose default is a value. */
    static <T> Key<T> of(String path, Kind<T> kind, T fallback) {
        return new Key<>(path, kind, fallback, kind.show(fallback), List.of());
    }

    /** The same key with its default in other words. */
    Key<T> otherwise(String words) {
        return new Key<>(path, kind, fallback, words, older);
    }

    /** The same key, also read by a former name. */
    Key<T> formerly(String formerPath, Kind<T> formerKind) {
        List<Older<T>> more = Stream.concat(older.stream(), Stream.of(new Older<>(formerPath, formerKind)))
                .toList();
        return new Key<>(path, kind, fallback, fallbackText, more);
    }

    /** The key, described for those who let people edit it. */
    public ConfigurationKey description() {
        return new ConfigurationKey(path, kind.description(), kind.plain(fallback), kind.orNothing());
    }
}
