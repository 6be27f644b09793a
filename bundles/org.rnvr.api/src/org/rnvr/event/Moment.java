package org.rnvr.event;

import java.time.Instant;
import java.util.Objects;

/**
 * One point in time on both clocks: what the wall said, and a monotonic reading that no clock change moves.
 *
 * @param time the wall clock
 * @param nanos {@link System#nanoTime()} (or the simulated counterpart) at the same point, in nanoseconds
 */
public record Moment(Instant time, long nanos) {
    public Moment {
        Objects.requireNonNull(time);
    }
}
