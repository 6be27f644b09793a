package org.rnvr.recorder.internal.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the catalog keeps them: microseconds since 1970-01-01T00:00:00Z, as fine as this machine's clock. */
final class Micros {

    private static final Instant FIRST = Instant.EPOCH.minus(1_000_000_000_000_000_000L, ChronoUnit.MICROS);
    private static final Instant LAST = Instant.EPOCH.plus(1_000_000_000_000_000_000L, ChronoUnit.MICROS);

    private Micros() {}

    /** Rounded down; what is beyond some 30,000 years counts as the limit, so that arithmetic has room. */
    static long of(Instant instant) {
        Instant bounded = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return bounded.getEpochSecond() * 1_000_000L + bounded.getNano() / 1_000;
    }

    static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}
