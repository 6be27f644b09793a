package org.rnvr.monitor.internal.connection;

import java.time.Duration;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * How long is waited between looks and before an attempt. Waits grow with a large random part, so that many cameras of one
 * switch do not come back in step (Brooker, "Exponential Backoff And Jitter", there called equal jitter).
 */
final class Pace {

    /** Between looks in the beginning, and the shortest wait after a failed session before its random part is taken off. */
    static final Duration SHORTEST = Duration.ofMillis(250);

    /** Shortest wait at the slow pace. */
    static final Duration SLOW = Duration.ofSeconds(5);

    /** A look is due after this part of the time that the camera has been gone: what it costs to see it late. */
    private static final int PART_OF_OUTAGE = 80;

    private final DoubleSupplier random;

    /** With a source of numbers from 0 (inclusive) to 1 (exclusive). */
    Pace(DoubleSupplier random) {
        this.random = Objects.requireNonNull(random);
    }

    /**
     * Nanoseconds from one look to the next.
     *
     * @param goneNanos how long the camera has been gone
     */
    long betweenLooks(Retry retry, long goneNanos, Duration longest) {
        if (retry.trouble().lasting()) {
            return slow(longest);
        }
        long most = Math.max(SHORTEST.toNanos(), (retry.offline() ? slowest(longest) : longest).toNanos());
        long wait = Math.max(SHORTEST.toNanos(), Math.min(most, goneNanos / PART_OF_OUTAGE));
        return wait * 3 / 4 + (long) (wait / 2.0 * random.getAsDouble());
    }

    /** Nanoseconds to wait after a session failed. */
    long afterSession(Retry retry, Duration longest) {
        return retry.offline() || retry.trouble().lasting() ? slow(longest) : early(retry.level(), longest);
    }

    /** Nanoseconds to wait before the first look at a camera that was just lost. */
    long beforeFirst(Retry retry, Duration longest) {
        return retry.level() > 0
                ? early(retry.level(), longest)
                : (long) (SHORTEST.toNanos() / 5.0 * random.getAsDouble());
    }

    private long early(int level, Duration longest) {
        long cap = Math.max(SHORTEST.toNanos(), longest.toNanos());
        long full = level >= 20 ? cap : Math.min(cap, SHORTEST.toNanos() << level);
        return full / 2 + (long) (full / 2.0 * random.getAsDouble());
    }

    private long slow(Duration longest) {
        long base = slowest(longest).toNanos();
        return base + (long) (base * 0.2 * random.getAsDouble());
    }

    private static Duration slowest(Duration longest) {
        return longest.compareTo(SLOW) > 0 ? longest : SLOW;
    }
}
