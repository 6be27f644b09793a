package org.rnvr.pipeline;

import java.util.Arrays;

/** Arrivals of the newest frames of a track as {@link System#nanoTime()}, oldest first. Immutable. */
public final class Arrivals {

    /** No arrival. */
    public static final Arrivals NONE = new Arrivals(new long[0]);

    private final long[] nanos;

    private Arrivals(long[] nanos) {
        this.nanos = nanos;
    }

    /** These arrivals, oldest first. */
    public static Arrivals of(long... nanos) {
        return nanos.length == 0 ? NONE : new Arrivals(nanos.clone());
    }

    /** How many are known. */
    public int count() {
        return nanos.length;
    }

    /**
     * One of them.
     *
     * @param index 0 for the oldest that is known
     */
    public long nanos(int index) {
        return nanos[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arrivals that && Arrays.equals(nanos, that.nanos);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nanos);
    }

    @Override
    public String toString() {
        return Arrays.toString(nanos);
    }
}
