package org.rnvr.detect.keepalive.internal;

import java.time.Duration;

/**
 * Time as it was observed. A stretch without any observation means that this machine or VM stood still: what a camera sent
 * or answered meanwhile is still to be read, so such a stretch counts for no more than a moment.
 */
final class ObservedTime {

    /** Longest stretch that counts in full; observations come every 50 ms when all is well. */
    static final long LONGEST = Duration.ofMillis(500).toNanos();

    private long observed;
    private long now;

    ObservedTime(long nanos) {
        observed = nanos;
        now = nanos;
    }

    /** Takes the time of an observation in. */
    long advanceTo(long nanos) {
        long stretch = nanos - observed;
        if (stretch > 0) {
            now += Math.min(stretch, LONGEST);
            observed = nanos;
        }
        return now;
    }

    long now() {
        return now;
    }
}
