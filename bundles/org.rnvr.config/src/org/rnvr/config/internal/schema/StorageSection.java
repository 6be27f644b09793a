package org.rnvr.config.internal.schema;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.rnvr.config.StorageSettings;

/** Section {@code storage}. */
final class StorageSection {

    private static final StorageSettings DEFAULT = StorageSettings.of(Path.of(StorageSettings.DEFAULT_FOLDER));
    private static final int MIB = 1 << 20;

    private static final Key<String> RECORDING_PATH = Key.of(
                    "storage.recording_path", new FilePath(), StorageSettings.DEFAULT_FOLDER)
            .formerly("recording.base_path", new FilePath());
    private static final Key<Boolean> AUTO_CLEANUP =
            Key.of("storage.auto_cleanup_enabled", new Truth(), DEFAULT.autoCleanup());
    private static final Key<Boolean> CLEANUP_ON_STARTUP =
            Key.of("storage.cleanup_on_startup", new Truth(), DEFAULT.cleanupOnStartup());
    private static final Key<Duration> CLEANUP_INTERVAL =
            Key.of("storage.cleanup_interval_hours", new TimeSpan(1, 168, ChronoUnit.HOURS), DEFAULT.cleanupInterval());
    private static final Key<Double> MIN_FREE_GB =
            Key.of("storage.min_free_space_gb", new DecimalNumber(0, 1_000_000, "GB"), DEFAULT.minFreeSpaceGb());
    private static final Key<Double> MIN_FREE_PERCENT =
            Key.of("storage.min_free_space_percent", new DecimalNumber(0, 99, "%"), DEFAULT.minFreeSpacePercent());
    private static final Key<Double> CLEANUP_THRESHOLD = Key.of(
            "storage.cleanup_threshold_percent", new DecimalNumber(50, 99, "%"), DEFAULT.cleanupThresholdPercent());
    private static final Key<Integer> RETENTION =
            Key.of("storage.retention_days", new WholeNumber(1, 3650, "days"), DEFAULT.retentionDays());
    private static final Key<Integer> BATCH_SIZE =
            Key.of("storage.delete_batch_size", new WholeNumber(1, 10_000, "files"), DEFAULT.deleteBatchSize());
    private static final Key<Duration> BATCH_DELAY = Key.of(
            "storage.delete_batch_delay_seconds",
            new TimeSpan(0, 3600, ChronoUnit.SECONDS),
            DEFAULT.deleteBatchDelay());
    private static final Key<String> DELETE_PRIORITY = Key.of(
            "storage.auto_delete_priority",
            new Choice<>(Map.of("oldest_first", "oldest_first"), false),
            "oldest_first");
    private static final Key<Duration> OUTAGE_MEMORY =
            Key.of("storage.outage_memory_seconds", new TimeSpan(0, 300, ChronoUnit.SECONDS), DEFAULT.outageMemory());
    private static final Key<Integer> MEMORY_MB = Key.of(
            "storage.memory_mb_per_camera", new WholeNumber(1, 1024, "MiB"), DEFAULT.memoryBytesPerCamera() / MIB);

    static final List<Key<?>> KEYS = List.of(
            RECORDING_PATH,
            AUTO_CLEANUP,
            CLEANUP_ON_STARTUP,
            CLEANUP_INTERVAL,
            MIN_FREE_GB,
            MIN_FREE_PERCENT,
            CLEANUP_THRESHOLD,
            RETENTION,
            BATCH_SIZE,
            BATCH_DELAY,
            DELETE_PRIORITY,
            OUTAGE_MEMORY,
            MEMORY_MB);

    private StorageSection() {}

    static StorageSettings read(Values values, Path base) {
        // The oldest go first in any case; what stands there is only checked.
        values.get(DELETE_PRIORITY);
        return new StorageSettings(
                base.resolve(values.get(RECORDING_PATH)).normalize(),
                values.get(AUTO_CLEANUP),
                values.get(CLEANUP_ON_STARTUP),
                values.get(CLEANUP_INTERVAL),
                values.get(MIN_FREE_GB),
                values.get(MIN_FREE_PERCENT),
                values.get(CLEANUP_THRESHOLD),
                values.get(RETENTION),
                values.get(BATCH_SIZE),
                values.get(BATCH_DELAY),
                values.get(OUTAGE_MEMORY),
                values.get(MEMORY_MB) * MIB);
    }
}
