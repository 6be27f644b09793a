package org.rnvr.detect.keepalive.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Observation.RequestEnded;

/** One way of asking a camera for signs of life. Times are those of {@link ObservedTime}. */
interface Answers {

    /** Media arrived. */
    void media();

    /**
     * A request on the session ended.
     *
     * @param silence since the last media
     * @return whether such requests can be asked for
     */
    Offer requestEnded(RequestEnded ended, long now, long silence);

    /** A request on a connection of its own ended. */
    void pathProbed(boolean answered, long now);

    /** What follows from all that up to now. */
    Assessment assess(long now, long lastMedia);

    /** Whether the camera offers requests on the session. */
    enum Offer {
        /** It does, as far as is known. */
        REQUESTS,
        /** It does not. */
        NONE
    }

    /** An assessment of a session that has been silent. */
    static Assessment silent(Grade grade, Timing timing, long silence, String what) {
        String reason = String.format(Locale.ROOT, "No media for %.1f s, and %s.", silence / 1e9, what);
        return new Assessment(
                grade, (double) silence / timing.interval(), reason, Set.of(), Duration.ofNanos(timing.interval()));
    }
}
