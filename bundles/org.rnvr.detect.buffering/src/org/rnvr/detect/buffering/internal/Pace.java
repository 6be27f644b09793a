package org.rnvr.detect.buffering.internal;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Frames and bytes in the time they were filmed in, which a congestion does not change. Older ones count for less, by half
 * in a few seconds, so that a group of pictures is evened out and a camera that changes its rate is followed.
 */
final class Pace {

    private static final double HALVED_AFTER = Duration.ofSeconds(3).toNanos();

    private double time;
    private double frames;
    private double bytes;

    /** What was filmed in a stretch of time. */
    void filmed(long moreFrames, long moreBytes, long nanos) {
        double weight = Math.pow(0.5, nanos / HALVED_AFTER);
        time = time * weight + nanos;
        frames = frames * weight + moreFrames;
        bytes = bytes * weight + moreBytes;
    }

    /** Time from frame to frame, in nanoseconds; empty if not known yet. */
    OptionalLong interval() {
        return time > 0 && frames > 0 ? OptionalLong.of(Math.round(time / frames)) : OptionalLong.empty();
    }

    /** Encoded bytes per nanosecond; empty if not known yet. */
    OptionalDouble bytesPerNano() {
        return time > 0 && bytes > 0 ? OptionalDouble.of(bytes / time) : OptionalDouble.empty();
    }
}
