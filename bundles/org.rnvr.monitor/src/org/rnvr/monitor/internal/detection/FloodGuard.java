package org.rnvr.monitor.internal.detection;

import java.time.Duration;

/**
 * Bounds what one strategy may cause on one camera: a token bucket. A grade that gets worse costs more than a probe, since
 * it may begin an episode, which is journalled and answered by a session of its own.
 */
final class FloodGuard {

    private static final double CAPACITY = 60;
    private static final double PER_NANO = 2.0 / Duration.ofSeconds(1).toNanos();
    private static final int WORSE = 5;

    private double tokens = CAPACITY;
    private long last;

    FloodGuard(long nanos) {
        last = nanos;
    }

    /** Whether this is still bearable. */
    boolean admits(boolean worse, int probes, long nanos) {
        int cost = (worse ? WORSE : 0) + probes;
        if (cost == 0) {
            return true;
        }
        tokens = Math.min(CAPACITY, tokens + (nanos - last) * PER_NANO) - cost;
        last = nanos;
        return tokens >= 0;
    }
}
