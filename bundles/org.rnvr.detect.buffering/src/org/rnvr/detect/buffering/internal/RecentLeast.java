package org.rnvr.detect.buffering.internal;

import java.util.Arrays;

/**
 * The least value of a stretch of time up to now, kept as the least values of equal parts of it, as RFC 6817 section 3.1.1
 * keeps one a minute to know the base delay of a path: that needs little memory, and what is older than the stretch is
 * forgotten.
 */
final class RecentLeast {

    private static final long NONE = Long.MAX_VALUE;

    private final long part;
    private final long[] least;
    private long newest = Long.MIN_VALUE;

    /**
     * Of a stretch.
     *
     * @param part length of one part in nanoseconds
     * @param parts number of parts, the unfinished one among them
     */
    RecentLeast(long part, int parts) {
        this.part = part;
        least = new long[parts];
        clear();
    }

    /** Takes a value in, at a time that does not go back, and gives the least one. */
    long with(long value, long nanos) {
        long current = Math.floorDiv(nanos, part);
        // Parts in which nothing came are empty now.
        for (long empty = Math.max(newest + 1, current - least.length + 1); empty <= current; empty++) {
            least[slot(empty)] = NONE;
        }
        newest = Math.max(newest, current);
        int slot = slot(newest);
        least[slot] = Math.min(least[slot], value);
        long all = NONE;
        for (long one : least) {
            all = Math.min(all, one);
        }
        return all;
    }

    /** Forgets all. */
    void clear() {
        Arrays.fill(least, NONE);
    }

    private int slot(long number) {
        return (int) Math.floorMod(number, (long) least.length);
    }
}
