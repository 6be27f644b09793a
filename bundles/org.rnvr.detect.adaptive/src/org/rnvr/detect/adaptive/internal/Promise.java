package org.rnvr.detect.adaptive.internal;

import java.time.Duration;

/**
 * How often a camera that is all right may be suspected.
 *
 * @param perHour false suspicions an hour, above 0
 */
record Promise(double perHour) {

    /** So many events are enough to tell a rate from; the window is as long as it takes to see them, within limits. */
    private static final double EVENTS = 4;

    private static final double HOURS_MIN = 4;
    private static final double HOURS_MAX = 24;

    Promise {
        if (!(perHour > 0)) {
            throw new IllegalArgumentException("false suspicions an hour must be above 0: " + perHour);
        }
    }

    /** How far back pauses count, in nanoseconds. */
    long window() {
        return (long) (hours() * Duration.ofHours(1).toNanos());
    }

    /** How many false suspicions are allowed for in the window. */
    double allowed() {
        return perHour * hours();
    }

    /** The rank of the pause, 1 for the longest of the window, that is exceeded as often as allowed and no more. */
    int rank() {
        return (int) allowed() + 1;
    }

    /** How often an hour, in words. */
    String often() {
        if (perHour == 1) {
            return "once an hour";
        }
        return perHour == Math.rint(perHour) ? (long) perHour + " times an hour" : perHour + " times an hour";
    }

    private double hours() {
        return Math.max(HOURS_MIN, Math.min(HOURS_MAX, EVENTS / perHour));
    }
}
