package org.rnvr.democamera.internal;

/**
 * How often a track has a unit: every {@code units / rate} seconds, exactly.
 *
 * @param units ticks of the rate between units
 * @param rate ticks a second
 */
record Cadence(long units, long rate) {

    private static final long NANOS = 1_000_000_000L;

    /** When unit {@code index} is due, in nanoseconds after unit 0; the error does not add up. */
    long nanosOf(long index) {
        long ticks = index * units;
        return ticks / rate * NANOS + ticks % rate * NANOS / rate;
    }
}
