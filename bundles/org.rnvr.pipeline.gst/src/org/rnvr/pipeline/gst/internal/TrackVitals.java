package org.rnvr.pipeline.gst.internal;

import org.rnvr.pipeline.Vitals;

/** Signs of life of one track: written by the one thread that carries the track, read by any. */
final class TrackVitals {

    private long frames;
    private long keyFrames;
    private long bytes;
    private volatile long lastArrivalNanos;

    void arrived(boolean key, long size, long nanos) {
        frames++;
        if (key) {
            keyFrames++;
        }
        bytes += size;
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
        return new Vitals.Track(frames, keyFrames, bytes, arrival);
    }
}
