package org.rnvr.recorder.internal.evidence;

import org.rnvr.media.Progress;

/** Cancels when it was asked so many times whether to; checks that what it hears rises and stays within 0 and 1. */
final class CancelledAfter implements Progress {

    static final int NEVER = Integer.MAX_VALUE;

    private int left;
    private double last;

    CancelledAfter(int times) {
        left = times;
    }

    @Override
    public void done(double fraction) {
        if (fraction < last || fraction > 1) {
            throw new AssertionError(fraction + " after " + last);
        }
        last = fraction;
    }

    @Override
    public boolean isCancelled() {
        return left != NEVER && left-- <= 0;
    }

    double last() {
        return last;
    }
}
