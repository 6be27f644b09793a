package org.rnvr.detection.testkit.internal;

/** Nanoseconds of other units. */
public final class Nanos {

    /** Later than anything. */
    public static final long NEVER = Long.MAX_VALUE / 4;

    private Nanos() {}

    /** Of seconds. */
    public static long ofSeconds(double seconds) {
        return (long) (seconds * 1e9);
    }

    /** Of milliseconds. */
    public static long ofMillis(double millis) {
        return (long) (millis * 1e6);
    }
}
