package org.rnvr.detection.testkit;

import java.time.Duration;
import java.util.Objects;

/**
 * A time in which a camera's media do not arrive.
 *
 * @param beginNanos when it begins, in nanoseconds since the trace began
 * @param lengthNanos how long it lasts, in nanoseconds
 * @param kind what is cut
 */
public record Outage(long beginNanos, long lengthNanos, Kind kind) {

    /**
     * An outage up to this long is a glitch: it may be suspected, but a session given up for it would have gone on by itself.
     */
    public static final Duration GLITCH = Duration.ofSeconds(3);

    /** @throws IllegalArgumentException if it begins before the trace or has no length */
    public Outage {
        Objects.requireNonNull(kind);
        if (beginNanos < 0 || lengthNanos <= 0) {
            throw new IllegalArgumentException("An outage of " + lengthNanos + " ns from " + beginNanos
                    + " ns; allowed are a begin of 0 or more and a length above 0");
        }
    }

    /** One that begins so long after the trace does. */
    public static Outage at(Duration begin, Duration length, Kind kind) {
        return new Outage(begin.toNanos(), length.toNanos(), kind);
    }

    /** When it ends. */
    public long endNanos() {
        return beginNanos + lengthNanos;
    }

    /** Whether it is no longer than {@link #GLITCH}. */
    public boolean isGlitch() {
        return lengthNanos <= GLITCH.toNanos();
    }

    /** What is cut. */
    public enum Kind {
        /**
         * The path, silently: nothing passes, and no one says so. Over TCP what the camera sent since the cut arrives at the
         * first retransmission after it (0.2, 0.6, 1.4, 3.0, 6.2, 12.6, ... s after the first lost segment, RFC 6298 section
         * 5.5); over UDP it is lost, and media go on at once.
         */
        CUT,
        /** The media alone: the camera sends none and answers every request. */
        MEDIA_PAUSED,
        /** The camera, which forgets its sessions; what was sent on one is refused when it is back. */
        REBOOT
    }
}
