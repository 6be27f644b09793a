package org.rnvr.console.internal.live;

import java.time.Duration;
import java.util.Objects;

/**
 * How long the mouse has not been moved. Looked at, not listened for: over a native window, movements go to whoever draws
 * there.
 */
final class Idleness {

    private Object place;
    private long sinceNanos;

    /** Where the mouse is now. */
    Idleness(Object place, long nowNanos) {
        this.place = Objects.requireNonNull(place);
        this.sinceNanos = nowNanos;
    }

    /** Takes note of where the mouse is now. For how long it has been there. */
    Duration at(Object now, long nowNanos) {
        if (!place.equals(now)) {
            place = now;
            sinceNanos = nowNanos;
        }
        return Duration.ofNanos(nowNanos - sinceNanos);
    }
}
