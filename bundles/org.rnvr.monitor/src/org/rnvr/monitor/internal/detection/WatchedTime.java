package org.rnvr.monitor.internal.detection;

import java.time.Duration;

/**
 * The monotonic time in which cameras are watched: as the machine's, but for stretches in which the monitor itself did not
 * run. When this machine or VM stood still, what a camera sent meanwhile is still to be read, so that a silence must not
 * count for longer than it was listened to (the guard against local pauses of Cassandra's FailureDetector, here applied to
 * time itself, so that every detector has it). On the monitor's lane only.
 */
public final class WatchedTime {

    /** Longest stretch between two ticks that counts in full; ticks come every 50 ms when all is well. */
    static final long LONGEST = Duration.ofMillis(150).toNanos();

    private long lastTick;
    private long offset;
    private long pauseBegan;
    private long pauseEnded;
    private long offsetBefore;

    /** Beginning at a reading of the machine's clock, with which it agrees until the first pause. */
    public WatchedTime(long machineNanos) {
        lastTick = machineNanos;
        pauseBegan = machineNanos;
        pauseEnded = machineNanos;
    }

    /**
     * The monitor runs.
     *
     * @param machineNanos the machine's clock now
     * @return the watched time now
     */
    public long tick(long machineNanos) {
        long stretch = machineNanos - lastTick;
        if (stretch > LONGEST) {
            pauseBegan = lastTick;
            pauseEnded = machineNanos;
            offsetBefore = offset;
            offset -= stretch - LONGEST;
        }
        if (stretch > 0) {
            lastTick = machineNanos;
        }
        return lastTick + offset;
    }

    /** The watched time of a reading of the machine's clock, made since the pause before the last one. */
    public long at(long machineNanos) {
        if (machineNanos - lastTick >= 0) {
            return lastTick + offset + Math.min(machineNanos - lastTick, LONGEST);
        }
        if (machineNanos - pauseEnded >= 0) {
            return machineNanos + offset;
        }
        long sincePause = machineNanos - pauseBegan;
        return pauseBegan + offsetBefore + Math.min(sincePause, LONGEST);
    }
}
