package org.rnvr.recorder.internal.volume;

import java.nio.file.Path;
import org.rnvr.config.StorageSettings;
import org.rnvr.recording.StorageState;

/**
 * What free space means on a volume, in bytes of free space. The lower and the upper limit of each pair keep a state from
 * coming and going with every file.
 *
 * @param fullBelow below it the volume is full
 * @param fullUntil a full volume is full until there is this much
 * @param lowBelow below it the volume is low
 * @param lowUntil a low volume is low until there is this much
 * @param cleanBelow below it old recordings go
 * @param cleanUntil they go until there is this much
 */
public record SpaceLimits(
        long fullBelow, long fullUntil, long lowBelow, long lowUntil, long cleanBelow, long cleanUntil) {

    /** About two seconds of a camera of 16 Mbit/s. */
    private static final long LEAST_FULL_BYTES = 4L << 20;

    private static final long MOST_FULL_BYTES = 64L << 20;
    private static final int FULL_SHARE = 1000;
    private static final int RESERVE_SHARE = 100;
    private static final long MOST_RESERVE_BYTES = 10_000_000_000L;
    private static final double BYTES_PER_GB = 1e9;
    private static final double PERCENT = 100;

    /**
     * The limits that settings mean on a volume of this size. What they want free is never more than half of it: a gigabyte
     * to be kept free on a smaller volume would leave no recording at all.
     */
    public static SpaceLimits of(StorageSettings settings, long totalBytes) {
        long full = fullBelow(totalBytes);
        long reserve = Math.min(totalBytes / RESERVE_SHARE, MOST_RESERVE_BYTES);
        double least = Math.max(
                settings.minFreeSpaceGb() * BYTES_PER_GB, totalBytes * settings.minFreeSpacePercent() / PERCENT);
        long low = (long) Math.min(least, totalBytes / 2.0);
        double beyondThreshold = totalBytes * (PERCENT - settings.cleanupThresholdPercent()) / PERCENT;
        // a volume must not be full before anything is deleted
        long clean = (long) Math.max(Math.max(low, 2 * full), Math.min(beyondThreshold, totalBytes / 2.0));
        return new SpaceLimits(full, 2 * full, low, low + reserve / 2, clean, clean + reserve);
    }

    /** Independent of settings: there must be room for what is on its way to the disk. */
    static long fullBelow(long totalBytes) {
        return Math.max(LEAST_FULL_BYTES, Math.min(totalBytes / FULL_SHARE, MOST_FULL_BYTES));
    }

    static String fullText(Path folder) {
        return "the volume of " + folder + " is full";
    }

    /** The state of a volume that can be written, which was in another state before. */
    StorageState state(StorageState before, long freeBytes) {
        boolean wasFull = before == StorageState.FULL;
        if (freeBytes < (wasFull ? fullUntil : fullBelow)) {
            return StorageState.FULL;
        }
        boolean wasLow = wasFull || before == StorageState.LOW;
        return freeBytes < (wasLow ? lowUntil : lowBelow) ? StorageState.LOW : StorageState.OK;
    }
}
