package org.rnvr.monitor.internal.connection;

import java.time.Instant;
import java.util.Objects;
import org.rnvr.event.Moment;

/**
 * The present.
 *
 * @param moment as it is written into events
 * @param nanos as it is reckoned with: monotonic, without stretches in which this machine stood still
 */
public record Now(Moment moment, long nanos) {
    public Now {
        Objects.requireNonNull(moment);
    }

    Instant time() {
        return moment.time();
    }

    boolean reached(long dueNanos) {
        return nanos - dueNanos >= 0;
    }

    long since(long pastNanos) {
        return nanos - pastNanos;
    }
}
