package org.rnvr.lab;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;

/** Percentiles of some values by nearest rank, so that each is a value that occurred. */
final class Figures {

    private final double[] values;

    private Figures(double[] values) {
        this.values = values;
    }

    /** Of those that are there. */
    static Figures of(Collection<OptionalDouble> values) {
        return new Figures(values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray());
    }

    int count() {
        return values.length;
    }

    /** The least value that at least so many percent of the values do not exceed. */
    OptionalDouble percentile(int percent) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        int rank = (int) Math.ceil(percent / 100.0 * values.length);
        return OptionalDouble.of(values[Math.max(1, rank) - 1]);
    }

    OptionalDouble max() {
        return Arrays.stream(values).max();
    }
}
