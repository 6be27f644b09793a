package org.rnvr.detect.adaptive.internal;

/**
 * The last intervals between arrivals, for the rhythm a track has now. Frames that a pause held back come at once after it;
 * they say nothing of the rhythm and are left out. Durations in nanoseconds.
 */
final class RecentIntervals {

    private static final int KEPT = 16;

    private final long[] intervals = new long[KEPT];
    private int next;
    private int known;
    private long longest;
    private long second;
    private long heldBack;

    /** An interval came that was longer than those around it. */
    void addPause(long pause) {
        long typical = typical();
        add(pause);
        heldBack = isFull() && typical > 0 ? pause / typical - 1 : 0;
    }

    /** So many intervals of this length came. */
    void addFlow(long interval, int times) {
        int left = times;
        if (heldBack > 0) {
            if (interval < typical() / 2) {
                long late = Math.min(heldBack, left);
                heldBack -= late;
                left -= (int) late;
            } else {
                heldBack = 0;
            }
        }
        for (int i = Math.min(left, KEPT); i > 0; i--) {
            add(interval);
        }
    }

    /**
     * The interval that all but one of the last ones keep to, about their 90th percentile: of a camera that sends frames in
     * bursts, the interval of the bursts. 0 if none is known.
     */
    long typical() {
        return isFull() ? second : longest;
    }

    /** Whether enough of them are known. */
    boolean isFull() {
        return known == KEPT;
    }

    private void add(long interval) {
        long forgotten = intervals[next];
        intervals[next] = interval;
        next = (next + 1) % KEPT;
        if (known < KEPT) {
            known++;
        }
        if (forgotten >= second && forgotten > 0) {
            order();
        } else {
            insert(interval);
        }
    }

    private void order() {
        longest = 0;
        second = 0;
        for (long interval : intervals) {
            insert(interval);
        }
    }

    private void insert(long interval) {
        if (interval >= longest) {
            second = longest;
            longest = interval;
        } else if (interval > second) {
            second = interval;
        }
    }
}
