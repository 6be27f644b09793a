package org.rnvr.detection.testkit.internal;

/**
 * The time that detectors are shown: the machine's, but for stretches in which it stood still, of which 150 ms count, as in the
 * monitor. For one thread.
 */
public final class ListenedTime {

    private static final long LONGEST = Nanos.ofMillis(150);

    private long lastTick;
    private long offset;
    private long pauseBegan;
    private long offsetBefore;
    private long pauseEnded;

    /** Nobody listened up to now, and that counts in full. */
    void resume(long machine) {
        lastTick = machine;
    }

    /** The machine runs; the time shown now. */
    public long tick(long machine) {
        long stretch = machine - lastTick;
        if (stretch > LONGEST) {
            pauseBegan = lastTick;
            pauseEnded = machine;
            offsetBefore = offset;
            offset -= stretch - LONGEST;
        }
        lastTick = machine;
        return machine + offset;
    }

    /** The time shown for a reading of the machine's clock. */
    public long at(long machine) {
        if (machine >= lastTick) {
            return lastTick + offset + Math.min(machine - lastTick, LONGEST);
        }
        if (machine >= pauseEnded) {
            return machine + offset;
        }
        return pauseBegan + offsetBefore + Math.min(machine - pauseBegan, LONGEST);
    }
}
