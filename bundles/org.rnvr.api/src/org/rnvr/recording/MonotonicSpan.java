package org.rnvr.recording;

import java.util.Objects;

/**
 * A span of a monotonic clock. Readings of one boot can be compared with each other, those of different boots cannot.
 *
 * @param boot identity of the machine's boot (Linux: {@code /proc/sys/kernel/random/boot_id})
 * @param startNanos reading of {@link System#nanoTime()} at the start
 * @param endNanos reading at the end
 */
public record MonotonicSpan(String boot, long startNanos, long endNanos) {
    public MonotonicSpan {
        Objects.requireNonNull(boot);
    }
}
