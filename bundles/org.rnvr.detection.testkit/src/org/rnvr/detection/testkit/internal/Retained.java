package org.rnvr.detection.testkit.internal;

import java.util.Locale;
import java.util.Optional;

/** How much memory is in use in the course of a run that needs no more at its end than at its begin. For one thread. */
final class Retained {

    static final Retained NOT_MEASURED = new Retained(Long.MAX_VALUE);

    private static final long EVERY = 60_000;
    private static final long ALLOWED_BYTES = 4L << 20;

    private final long every;
    private long observations;
    private int measured;
    private final long[] used = new long[3];

    Retained() {
        this(EVERY);
    }

    private Retained(long every) {
        this.every = every;
    }

    /** An observation was shown. */
    void shown() {
        observations++;
        if (observations % every == 0 && measured < used.length) {
            used[measured++] = used();
        }
    }

    /** A sentence if it became ever more. */
    Optional<String> grew() {
        long first = used[1] - used[0];
        long second = used[2] - used[1];
        if (measured < used.length || Math.min(first, second) < ALLOWED_BYTES / 4 || first + second < ALLOWED_BYTES) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "Keeps ever more memory: about %d bytes for each observation.",
                (first + second) / (2 * every)));
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
