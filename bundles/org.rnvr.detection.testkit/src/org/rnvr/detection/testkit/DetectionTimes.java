package org.rnvr.detection.testkit;

import java.time.Duration;
import java.util.Arrays;

/**
 * Times from the begin of outages to what a detector said. Without meaning but for the count if that is 0.
 *
 * @param count how many
 * @param p50 the time that half of them do not exceed
 * @param p95 the time that 95 % of them do not exceed
 * @param p99 the time that 99 % of them do not exceed
 * @param max the longest
 */
public record DetectionTimes(int count, Duration p50, Duration p95, Duration p99, Duration max) {

    /** Of times in nanoseconds, in any order. */
    public static DetectionTimes of(long... nanos) {
        if (nanos.length == 0) {
            return new DetectionTimes(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new DetectionTimes(sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static Duration at(long[] sorted, double share) {
        return Duration.ofNanos(sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)]);
    }
}
