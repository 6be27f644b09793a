package org.rnvr.lab;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Translates this machine's time of day into {@link System#nanoTime()}, as they were to each other at one moment.
 *
 * @param nanosAtEpoch what {@code nanoTime} would have been at the epoch
 */
record WallClock(long nanosAtEpoch) {

    static WallClock now() {
        long before = System.nanoTime();
        Instant now = Instant.now();
        return new WallClock(before - epochNanos(now));
    }

    long nanos(Instant time) {
        return nanosAtEpoch + epochNanos(time);
    }

    private static long epochNanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }
}
