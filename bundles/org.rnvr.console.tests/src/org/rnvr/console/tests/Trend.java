package org.rnvr.console.tests;

import java.util.List;

/**
 * How something develops that was looked at again and again after the same work. It grows when the least that was seen in the
 * last third is more than the most that was seen in the first: what goes up and down does not do that, and what leaks does
 * at last, however little.
 */
record Trend(List<Long> values) {

    private static final int PARTS = 3;

    Trend {
        values = List.copyOf(values);
        if (values.size() < PARTS) {
            throw new IllegalArgumentException(values.size() + " values have no trend");
        }
    }

    boolean grows() {
        int part = values.size() / PARTS;
        long before =
                values.stream().limit(part).mapToLong(Long::longValue).max().orElseThrow();
        long after = values.stream()
                .skip(values.size() - (long) part)
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
        return after > before;
    }
}
