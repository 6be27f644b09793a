package org.rnvr.recorder.internal;

import java.time.Duration;

/**
 * Spreads the changes of files of many cameras evenly over the length of a file, however many cameras there are, and so that
 * a further camera moves none of the others: the places are the van der Corput sequence of base 2 (J. G. van der Corput,
 * Verteilungsfunktionen, 1935).
 */
final class Stagger {

    /** No first file is shorter than this part of its length. */
    private static final double MOST = 0.9;

    private Stagger() {}

    /**
     * By how much the first file of a camera is shorter.
     *
     * @param rotation length of a file
     * @param place of the camera among all, from 0
     */
    static Duration of(Duration rotation, int place) {
        double fraction = Integer.toUnsignedLong(Integer.reverse(place)) / (double) (1L << Integer.SIZE);
        return Duration.ofNanos((long) (rotation.toNanos() * fraction * MOST));
    }
}
