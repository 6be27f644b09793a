package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;

/**
 * Sees to it that every frame of a track has a presentation time. In the burst after a congestion the jitter buffer gives
 * several frames the same time, the parser takes it for the first of them only, and a muxer refuses a frame without one.
 * Used by the one thread that carries the track.
 */
final class PresentationTimes {

    private static final long STEP_NANOS = 1_000_000;

    private long last = NativeGst.CLOCK_TIME_NONE;

    /** Gives the frame a time, just after the frame before it, if it has none. */
    void complete(Pointer buffer) {
        long time = NativeGst.presentationTime(buffer);
        if (time == NativeGst.CLOCK_TIME_NONE && last != NativeGst.CLOCK_TIME_NONE) {
            time = last + STEP_NANOS;
            NativeGst.setPresentationTime(buffer, time);
        }
        last = time;
    }
}
