package org.rnvr.pipeline.gst.internal.media;

/** Times in units of a file. */
final class Ticks {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Ticks() {}

    /** In nanoseconds, without overflow for any time that a file can hold. */
    static long toNanos(long ticks, long perSecond) {
        if (perSecond <= 0) {
            throw new IllegalArgumentException("a time scale of " + perSecond);
        }
        long seconds = Math.floorDiv(ticks, perSecond);
        return seconds * NANOS_PER_SECOND + Math.floorMod(ticks, perSecond) * NANOS_PER_SECOND / perSecond;
    }
}
