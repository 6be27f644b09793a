package org.rnvr.recorder.internal.retention;

import java.time.Duration;
import java.util.OptionalLong;
import org.rnvr.config.StorageSettings;
import org.rnvr.event.Moment;
import org.rnvr.recorder.internal.volume.SpaceLimits;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;

/**
 * Says when a cleaning begins: at start, at intervals, and at once when space gets short, since a disk may fill in minutes.
 * <p>
 * Without threads, clock and disk; for one thread.
 */
final class CleaningSchedule {

    /** After a cleaning; the next look must know what it gained. */
    static final Duration REST = Duration.ofSeconds(2);

    /** After a cleaning that failed. */
    static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(10);

    private final long start;
    private OptionalLong lastEnd = OptionalLong.empty();
    private OptionalLong lastFull = OptionalLong.empty();
    private Duration rest = REST;
    private boolean running;

    CleaningSchedule(Moment now) {
        start = now.nanos();
    }

    /** Whether a cleaning is to begin now; if so it has begun. */
    boolean begins(Moment now, StorageSettings settings, StorageStatus status) {
        boolean there = status.state().isWritable() || status.state() == StorageState.FULL;
        if (running || !settings.autoCleanup() || !there || status.totalBytes() == 0) {
            return false;
        }
        boolean first = lastFull.isEmpty() && settings.cleanupOnStartup();
        boolean interval = passed(now, lastFull.orElse(start), settings.cleanupInterval());
        boolean shortOfSpace = status.freeBytes()
                        < SpaceLimits.of(settings, status.totalBytes()).cleanBelow()
                && (lastEnd.isEmpty() || passed(now, lastEnd.getAsLong(), rest));
        running = first || interval || shortOfSpace;
        if (running) {
            lastFull = OptionalLong.of(now.nanos());
        }
        return running;
    }

    /** A cleaning begins because somebody wants it; false if one is under way. */
    boolean beginsAnyway(Moment now) {
        if (running) {
            return false;
        }
        running = true;
        lastFull = OptionalLong.of(now.nanos());
        return true;
    }

    /** The cleaning has ended. */
    void ended(Moment now, boolean failed) {
        running = false;
        lastEnd = OptionalLong.of(now.nanos());
        rest = failed ? REST_AFTER_FAILURE : REST;
    }

    private static boolean passed(Moment now, long since, Duration time) {
        return now.nanos() - since >= time.toNanos();
    }
}
