package org.rnvr.recorder.internal.catalog;

import java.time.Instant;
import java.util.Optional;
import org.rnvr.recording.MonotonicSpan;

/**
 * The times on the wall clock under which something is found, in microseconds, both inclusive.
 *
 * @param low earliest
 * @param high latest
 */
record Span(long low, long high) {

    /** What begins and ends at these times, in whichever order a clock that was set back left them. */
    static Span of(Instant from, Instant to) {
        long a = Micros.of(from);
        long b = Micros.of(to);
        return new Span(Math.min(a, b), Math.max(a, b));
    }

    /**
     * If the clock was set in between, footage was taken under the old time, from the start on, and under the new one, up
     * to the end. It is found under both: the monotonic clock says how long it really is.
     */
    static Span of(Instant start, Instant end, Optional<MonotonicSpan> monotonic) {
        long from = Micros.of(start);
        long to = Micros.of(end);
        long length = monotonic
                .map(span -> Math.max(0, (span.endNanos() - span.startNanos()) / 1_000))
                .orElse(0L);
        return new Span(Math.min(from, to - length), Math.max(to, from + length));
    }
}
