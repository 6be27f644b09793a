package org.rnvr.detect.keepalive.internal;

import java.time.Duration;

/**
 * When what is done, all in nanoseconds.
 *
 * @param interval interval of regular requests, and the least time that a camera has to answer
 * @param askAfter silence after which the camera is asked out of turn
 * @param probeAfter time from the last sign of life, or the unanswered request, to the second opinion
 */
record Timing(long interval, long askAfter, long probeAfter) {

    /** How long a second opinion takes when nothing answers. */
    static final long PROBE_LIMIT = Duration.ofSeconds(1).toNanos();

    /** How much later than that its result may come in before the verdict goes without it. */
    static final long PROBE_LATE = Duration.ofMillis(400).toNanos();

    /** Wait before a second opinion that failed early is sought again. */
    static final long PROBE_AGAIN = Duration.ofMillis(250).toNanos();

    /** An answer that takes this long in silence is suspicious. */
    static final long ANSWER_LATE = Duration.ofMillis(300).toNanos();

    /** Wait before asking again on a session that was not open for requests yet. */
    static final long ASK_AGAIN = Duration.ofSeconds(1).toNanos();

    /**
     * How long a session that is silent is let live when the path is back. TCP doubles its wait with each retransmission
     * (RFC 6298): after a cut of 3 s it may resume 6.2 s after the first lost segment only.
     */
    static final long GRACE = Duration.ofSeconds(4).toNanos();

    /** Cuts up to this length convict no camera. */
    private static final long GLITCH = Duration.ofSeconds(3).toNanos();

    /** What a path may need beyond the cut until a new connection succeeds. */
    private static final long GLITCH_MARGIN = Duration.ofMillis(300).toNanos();

    private static final long ASK_AFTER_MIN = Duration.ofMillis(300).toNanos();
    private static final long ASK_AFTER_MAX = Duration.ofSeconds(2).toNanos();

    /** For a keep-alive timeout. */
    Timing(Duration timeout) {
        this(
                timeout.toNanos(),
                Math.max(ASK_AFTER_MIN, Math.min(ASK_AFTER_MAX, timeout.toNanos() / 3)),
                Math.max(timeout.toNanos() - PROBE_LIMIT, Math.min(timeout.toNanos(), GLITCH) + GLITCH_MARGIN));
    }

    /** Time from the last sign of life, or the unanswered request, to the verdict. */
    long verdictAfter() {
        return probeAfter + PROBE_LIMIT;
    }
}
