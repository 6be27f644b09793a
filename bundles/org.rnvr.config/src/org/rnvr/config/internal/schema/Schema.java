package org.rnvr.config.internal.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All keys that RNVR knows. */
public final class Schema {

    /** Every key, section by section. */
    public static final List<Key<?>> KEYS = Stream.of(
                    AppSection.KEYS,
                    UiSection.KEYS,
                    StreamingSection.KEYS,
                    CameraSection.KEYS,
                    RecordingSection.KEYS,
                    BackupSection.KEYS,
                    StorageSection.KEYS,
                    KeysSection.MENU.keys(),
                    KeysSection.PTZ.keys(),
                    LoggingSection.KEYS,
                    PerformanceSection.KEYS,
                    UpdatesSection.KEYS)
            .<Key<?>>flatMap(List::stream)
            .toList();

    private static final Set<String> PATHS = KEYS.stream()
            .flatMap(key ->
                    Stream.concat(Stream.of(key.path()), key.older().stream().map(Key.Older::path)))
            .collect(Collectors.toUnmodifiableSet());

    private Schema() {}

    /** The key at a path of the schema, under its present name. */
    public static Optional<Key<?>> key(String path) {
        return KEYS.stream().filter(key -> key.path().equals(path)).findFirst();
    }

    /** Whether a key stands at a path of the schema, under a present or a former name. */
    public static boolean isKey(String path) {
        return PATHS.contains(path);
    }

    /** Whether keys stand below a path of the schema. */
    public static boolean isGroup(String path) {
        return PATHS.stream().anyMatch(key -> key.startsWith(path + ".") || key.startsWith(path + "[]."));
    }
}
