package org.rnvr.monitor.internal.connection;

import java.util.Objects;

/**
 * The pursuit of a session.
 *
 * @param retry where it stands
 * @param effort what is being done
 */
record Pursuit(Retry retry, Effort effort) {
    Pursuit {
        Objects.requireNonNull(retry);
        Objects.requireNonNull(effort);
    }

    Pursuit with(Retry next) {
        return new Pursuit(next, effort);
    }

    Pursuit with(Effort next) {
        return new Pursuit(retry, next);
    }
}
