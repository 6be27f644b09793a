package org.rnvr.pipeline.gst.internal.playback;

import java.util.Optional;

/**
 * The time of playback while it goes on evenly. Moments are in nanoseconds since the epoch.
 *
 * @param anchor a reading of {@link System#nanoTime()}
 * @param position the moment shown then
 * @param rate the speed; negative for backwards
 * @param limit the moment at which it stops
 */
record Motion(long anchor, long position, double rate, Optional<Long> limit) {

    private static final long NEVER = Long.MAX_VALUE / 2;

    /** The moment shown at a reading of the monotonic clock. */
    long at(long nanoTime) {
        long moment = position + Math.round((nanoTime - anchor) * rate);
        return isBeyondLimit(moment) ? limit.orElseThrow() : moment;
    }

    /** How long it takes from a reading of the monotonic clock until a moment is reached; not positive if it was. */
    long nanosUntil(long moment, long nanoTime) {
        return isBeyondLimit(moment) ? NEVER : Math.round((moment - position) / rate) - (nanoTime - anchor);
    }

    private boolean isBeyondLimit(long moment) {
        return limit.isPresent() && (isForward() ? moment > limit.get() : moment < limit.get());
    }

    boolean isForward() {
        return rate > 0;
    }
}
