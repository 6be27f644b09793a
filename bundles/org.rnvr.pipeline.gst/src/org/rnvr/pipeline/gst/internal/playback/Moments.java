package org.rnvr.pipeline.gst.internal.playback;

import java.time.Instant;

/** Moments in nanoseconds since the epoch: they fit into what GStreamer takes for the time of a frame. */
final class Moments {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final Instant LAST = Instant.ofEpochSecond(Long.MAX_VALUE / NANOS_PER_SECOND);

    private Moments() {}

    /** Moments that do not fit become the first or the last that does. */
    static long nanos(Instant moment) {
        if (moment.isBefore(Instant.EPOCH)) {
            return 0;
        }
        Instant fitting = moment.isAfter(LAST) ? LAST : moment;
        return Math.multiplyExact(fitting.getEpochSecond(), NANOS_PER_SECOND)
                + (fitting.equals(LAST) ? 0 : fitting.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }
}
