package org.rnvr.pipeline.gst.internal.playback;

import java.time.Duration;
import java.util.Optional;

/**
 * How far an order was carried out.
 *
 * @param seen what is seen now; empty while that is not to be told yet
 * @param pause when to go on; empty if all is done
 */
record Progress(Optional<Seen> seen, Optional<Duration> pause) {

    /**
     * What is seen.
     *
     * @param moment of which moment, in nanoseconds since the epoch
     * @param isLate whether it is too old to be the picture of that moment
     * @param end where all that is recorded ends, if it has come there
     */
    record Seen(long moment, boolean isLate, Optional<Sight.End> end) {}

    static Progress done(long moment) {
        return new Progress(Optional.of(new Seen(moment, false, Optional.empty())), Optional.empty());
    }

    /** Nothing is to be told; it goes on at once. */
    static Progress underWay() {
        return new Progress(Optional.empty(), Optional.of(Duration.ZERO));
    }

    static Progress running(long moment, boolean isLate, Duration pause) {
        return new Progress(Optional.of(new Seen(moment, isLate, Optional.empty())), Optional.of(pause));
    }

    /**
     * It runs on, though nothing more is recorded.
     *
     * @param frame the last frame there is; empty if there is none
     */
    static Progress ended(long moment, Optional<Long> frame, Duration pause) {
        return new Progress(
                Optional.of(new Seen(moment, false, Optional.of(new Sight.End(frame)))), Optional.of(pause));
    }
}
