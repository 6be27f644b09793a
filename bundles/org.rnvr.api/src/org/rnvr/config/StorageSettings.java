package org.rnvr.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Section {@code storage}.
 *
 * @param recordingPath folder of the recordings, absolute
 * @param autoCleanup whether old recordings are deleted by themselves
 * @param cleanupOnStartup whether that is done at start too
 * @param cleanupInterval how often
 * @param minFreeSpaceGb free space to keep, in GB
 * @param minFreeSpacePercent free space to keep, in percent of the volume
 * @param cleanupThresholdPercent used space from which on old recordings are deleted, in percent of the volume
 * @param retentionDays age from which on recordings are deleted, in days
 * @param deleteBatchSize files deleted in one go
 * @param deleteBatchDelay pause between batches
 * @param outageMemory how much of each camera stays in memory while the volume does not take it
 * @param memoryBytesPerCamera the most memory that this, or what precedes a recording, may take of one camera
 */
public record StorageSettings(
        Path recordingPath,
        boolean autoCleanup,
        boolean cleanupOnStartup,
        Duration cleanupInterval,
        double minFreeSpaceGb,
        double minFreeSpacePercent,
        double cleanupThresholdPercent,
        int retentionDays,
        int deleteBatchSize,
        Duration deleteBatchDelay,
        Duration outageMemory,
        int memoryBytesPerCamera) {

    /** The folder of the recordings where the configuration names none, relative to the folder of the configuration. */
    public static final String DEFAULT_FOLDER = "./recordings";

    /** What holds where the configuration says no more than where the recordings are. */
    public static StorageSettings of(Path recordingPath) {
        return new StorageSettings(
                recordingPath,
                true,
                true,
                Duration.ofHours(1),
                1,
                5,
                90,
                30,
                5,
                Duration.ZERO,
                Duration.ofSeconds(20),
                32 << 20);
    }
}
