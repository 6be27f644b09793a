package org.rnvr.monitor.internal.connection;

import java.time.Duration;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * How long is waited before an attempt. Doubling waits with a large random part keep many cameras of one switch from
 * coming back in step (Brooker, "Exponential Backoff And Jitter", there called equal jitter).
 */
final class Pace {

    /** Shortest wait before its random part is taken off. */
    static final Duration SHORTEST = Duration.ofMillis(250);

    /** Shortest wait at the slow pace. */
    static final Duration SLOW = Duration.ofSeconds(5);

    private final DoubleSupplier random;

    /** With a source of numbers from 0 (inclusive) to 1 (exclusive). */
    Pace(DoubleSupplier random) {
        this.random = Objects.requireNonNull(random);
    }

    /** Nanoseconds to wait before this attempt. */
    long waitBefore(Retry retry, Duration longest) {
        return retry.offline() || retry.trouble().lasting() ? slow(longest) : early(retry.level(), longest);
    }

    private long early(int level, Duration longest) {
        long cap = Math.max(SHORTEST.toNanos(), longest.toNanos());
        long full = level >= 20 ? cap : Math.min(cap, SHORTEST.toNanos() << level);
        return full / 2 + (long) (full / 2.0 * random.getAsDouble());
    }

    private long slow(Duration longest) {
        long base = Math.max(SLOW.toNanos(), longest.toNanos());
        return base + (long) (base * 0.2 * random.getAsDouble());
    }
}
