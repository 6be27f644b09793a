package org.rnvr.detect.buffering.internal;

import java.time.Duration;
import java.util.OptionalLong;
import org.rnvr.config.DetectionSettings;

/**
 * Whether a level has been low for long enough to warn of it. A warning ends only when the level has been well above the
 * limit for a while, but for moments, so that one that hovers about the limit gives one warning and not many.
 */
final class LowLevel {

    private static final long WELL_FOR = Duration.ofSeconds(1).toNanos();

    /** What a large frame takes on its way, or reordered frames take until the next that is newer, is no setback. */
    private static final long MOMENT = Duration.ofMillis(500).toNanos();

    private final int limit;
    private final long after;
    private final double well;

    private OptionalLong lowSince = OptionalLong.empty();
    private OptionalLong notWellSince = OptionalLong.empty();
    private long lastNotWell;
    private boolean warning;

    /**
     * Of a level in percent.
     *
     * @param limit below which it is low
     * @param after time in nanoseconds that it is low before there is a warning
     */
    LowLevel(int limit, long after) {
        this.limit = limit;
        this.after = after;
        // The last keeps it in reach for a high limit.
        well = Math.min(Math.min(2 * limit, limit + 20), (limit + 100) / 2.0);
    }

    static LowLevel of(DetectionSettings settings) {
        return new LowLevel(
                settings.bufferWarningPercent(), settings.bufferWarningAfter().toNanos());
    }

    int limit() {
        return limit;
    }

    /** Takes the level in and says whether there is a warning now. */
    boolean isWarning(double percent, long now) {
        lowSince = since(lowSince, percent < limit, now);
        notWellSince = since(notWellSince, percent < well, now);
        boolean startsNow = !warning && lowSince.isPresent() && lowFor(now) >= after;
        if (startsNow || notWellSince.isPresent() && now - notWellSince.getAsLong() >= MOMENT) {
            lastNotWell = now;
        }
        warning = startsNow || warning && now - lastNotWell < WELL_FOR;
        return warning;
    }

    /** For how long the level has been below the limit without a break; 0 if it is not. */
    long lowFor(long now) {
        return lowSince.isPresent() ? now - lowSince.getAsLong() : 0;
    }

    private static OptionalLong since(OptionalLong before, boolean holds, long now) {
        if (!holds) {
            return OptionalLong.empty();
        }
        return before.isPresent() ? before : OptionalLong.of(now);
    }
}
