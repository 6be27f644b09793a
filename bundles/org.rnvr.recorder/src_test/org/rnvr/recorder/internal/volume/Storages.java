package org.rnvr.recorder.internal.volume;

import java.nio.file.Path;
import java.time.Duration;
import org.rnvr.config.StorageSettings;

/** Settings for tests. */
public final class Storages {

    private Storages() {}

    /** What the configuration means without a word about storage. */
    public static StorageSettings defaults(Path folder) {
        return with(folder, 1.0, 5, 90, 30);
    }

    /** Settings that differ in what is kept. */
    public static StorageSettings with(Path folder, double minGb, double minPercent, double threshold, int days) {
        return new StorageSettings(
                folder,
                true,
                true,
                Duration.ofHours(1),
                minGb,
                minPercent,
                threshold,
                days,
                5,
                Duration.ZERO,
                Duration.ofMinutes(2),
                64 << 20);
    }
}
