package org.rnvr.console.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One time that a camera was gone, or was replaced since it was thought to be.
 *
 * @param since when its last picture came
 * @param cause what RNVR made of it
 * @param strategy who noticed
 * @param reason why, in the strategy's words
 * @param notice from the last picture to the verdict; to the suspicion, where a session was replaced before a verdict
 * @param ending how it ended, if it has
 * @param outage from the last picture to the next; empty while it lasts, and where nobody can tell
 * @param unrecorded how much the recording lacks, as far as known
 */
record Loss(
        Instant since,
        Cause cause,
        String strategy,
        String reason,
        Duration notice,
        Ending ending,
        Optional<Duration> outage,
        Duration unrecorded) {
    Loss {
        Objects.requireNonNull(since);
        Objects.requireNonNull(cause);
        Objects.requireNonNull(strategy);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(notice);
        Objects.requireNonNull(ending);
        Objects.requireNonNull(outage);
        Objects.requireNonNull(unrecorded);
    }

    /** What RNVR made of it, in rising order. */
    enum Cause {
        /** No verdict yet. */
        SUSPECT,
        /** It answered and sent no media. */
        STALLED,
        /** Nothing answered. */
        LOST
    }

    /** How it ended. */
    enum Ending {
        /** It lasts. */
        ONGOING,
        /** It lasts, and RNVR tries at a slow pace only. */
        OFFLINE,
        /** The same session came back to life. */
        RECOVERED,
        /** A new session took over. */
        RECONNECTED,
        /** The camera was started anew by a person or by changed settings. */
        STARTED_ANEW,
        /** RNVR itself ended before the camera was back. */
        RECORDER_ENDED
    }

    /** Whether it lasts. */
    boolean isOngoing() {
        return ending == Ending.ONGOING || ending == Ending.OFFLINE;
    }

    /** How long no picture came up to now; empty where nobody can tell. */
    Optional<Duration> outage(Instant now) {
        return isOngoing() ? Optional.of(Duration.between(since, now)) : outage;
    }

    Loss judged(Cause verdict) {
        Cause worse = verdict.compareTo(cause) > 0 ? verdict : cause;
        return new Loss(since, worse, strategy, reason, notice, ending, outage, unrecorded);
    }

    Loss ended(Ending how, Optional<Duration> length) {
        return new Loss(since, cause, strategy, reason, notice, how, length, unrecorded);
    }

    Loss lacking(Duration further) {
        return new Loss(since, cause, strategy, reason, notice, ending, outage, unrecorded.plus(further));
    }
}
