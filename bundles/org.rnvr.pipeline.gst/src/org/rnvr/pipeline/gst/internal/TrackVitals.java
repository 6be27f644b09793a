package org.rnvr.pipeline.gst.internal;

import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.Vitals;

/** Signs of life of one track: written by the one thread that carries the track, read by any. */
final class TrackVitals {

    /** Twice what is read, so that what is being read is not overwritten meanwhile. */
    private static final int KEPT = 64;

    private static final int READ = KEPT / 2;

    private final long[] arrivals = new long[KEPT];
    private long frames;
    private long keyFrames;
    private long bytes;
    private long lastPresentationNanos;
    private volatile long lastArrivalNanos;

    void arrived(boolean key, long size, long presentationNanos, long nanos) {
        arrivals[(int) (frames % KEPT)] = nanos;
        frames++;
        if (key) {
            keyFrames++;
        }
        bytes += size;
        lastPresentationNanos = presentationNanos;
        lastArrivalNanos = nanos;
    }

    boolean anyArrived() {
        return read().frames() > 0;
    }

    long lastArrivalNanos() {
        return lastArrivalNanos;
    }

    /** Whether something came once, but nothing for so long. */
    boolean isSilent(long now, long nanos) {
        long arrival = lastArrivalNanos;
        return frames > 0 && now - arrival > nanos;
    }

    /** The reading order makes at least everything visible that was written before the arrival it shows. */
    Vitals.Track read() {
        long arrival = lastArrivalNanos;
        long count = frames;
        long[] recent = new long[(int) Math.min(count, READ)];
        for (int i = 0; i < recent.length; i++) {
            recent[i] = arrivals[(int) ((count - recent.length + i) % KEPT)];
        }
        return new Vitals.Track(count, keyFrames, bytes, arrival, lastPresentationNanos, Arrivals.of(recent));
    }
}
