package org.rnvr.detect.adaptive.internal;

/**
 * Buckets for durations that are 2 to 3 % wide: 32 equal ones an octave, as in Tene's HdrHistogram, so that the bucket is
 * found by shifting. Durations in nanoseconds.
 */
final class LogScale {

    /** Number of buckets: ten octaves, up to 68.7 s; what is longer counts as that. */
    static final int BUCKETS = 10 << 5;

    private static final int FIRST_OCTAVE = 26;
    private static final int STEPS_LOG = 5;
    private static final int STEPS = 1 << STEPS_LOG;

    /** The least duration that has a bucket, 67 ms. */
    static final long LEAST = 1L << FIRST_OCTAVE;

    private LogScale() {}

    /** The bucket of a duration; -1 if it is shorter than {@link #LEAST}. */
    static int bucket(long nanos) {
        if (nanos < LEAST) {
            return -1;
        }
        int octave = octave(nanos);
        int step = (int) (nanos >>> (octave - STEPS_LOG)) & (STEPS - 1);
        return Math.min(BUCKETS - 1, (octave - FIRST_OCTAVE) << STEPS_LOG | step);
    }

    /** The least duration of a bucket; of the number of buckets: the end of the scale. */
    static long lower(int bucket) {
        return (long) (STEPS + (bucket & STEPS - 1)) << FIRST_OCTAVE - STEPS_LOG + (bucket >> STEPS_LOG);
    }

    /** The greatest power of two that is not above a duration, as an exponent. */
    static int octave(long nanos) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    }
}
