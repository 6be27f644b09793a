package org.rnvr.console.internal.health;

/** The newest of a row of values in time; of too many the oldest go. Not safe for several threads. */
final class Ring {

    private final long[] nanos;
    private final double[] values;
    private int first;
    private int size;

    /** For so many values. */
    Ring(int capacity) {
        nanos = new long[capacity];
        values = new double[capacity];
    }

    int size() {
        return size;
    }

    /** Time of a value, 0 being the oldest. */
    long nanos(int index) {
        return nanos[place(index)];
    }

    /** A value, 0 being the oldest. */
    double value(int index) {
        return values[place(index)];
    }

    void add(long time, double value) {
        if (size == nanos.length) {
            first = place(1);
            size--;
        }
        int place = place(size);
        nanos[place] = time;
        values[place] = value;
        size++;
    }

    /** Forgets what is older. */
    void forgetBefore(long time) {
        while (size > 0 && nanos[first] - time < 0) {
            first = place(1);
            size--;
        }
    }

    private int place(int index) {
        return (first + index) % nanos.length;
    }
}
