package org.rnvr.console.internal.live;

import java.time.Duration;
import java.util.Objects;

/**
 * When the next page is due.
 *
 * @param interval how long a page is shown; zero: until a person turns it
 * @param sinceNanos when the page now shown was first shown, or a person last worked with the wall
 */
record Tour(Duration interval, long sinceNanos) {

    Tour {
        Objects.requireNonNull(interval);
    }

    boolean isOn() {
        return !interval.isZero();
    }

    boolean isDue(long nowNanos) {
        return isOn() && nowNanos - sinceNanos >= interval.toNanos();
    }

    /** Begins the interval anew. */
    Tour from(long nowNanos) {
        return new Tour(interval, nowNanos);
    }
}
