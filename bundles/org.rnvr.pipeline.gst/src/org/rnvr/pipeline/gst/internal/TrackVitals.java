package org.rnvr.pipeline.gst.internal;

import java.util.concurrent.atomic.AtomicLongArray;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.Vitals;

/** Signs of life of one track: written by the one thread that carries the track, read by any. */
final class TrackVitals {

    /** So many arrivals are told. */
    static final int TOLD = 32;

    /** Twice what is told, so that what is being read is hardly ever overwritten meanwhile. */
    private static final int KEPT = 2 * TOLD;

    private final AtomicLongArray arrivals = new AtomicLongArray(KEPT);
    private long keyFrames;
    private long bytes;
    private long lastPresentationNanos;
    /** Written last: what was written before it is visible to who reads it. */
    private volatile long frames;

    /**
     * Something came.
     *
     * @param key whether it is a key frame
     * @param size in bytes
     * @param presentationNanos running time at which it is to be presented
     * @param nanos arrival
     */
    void arrived(boolean key, long size, long presentationNanos, long nanos) {
        long count = frames;
        arrivals.set(place(count), nanos);
        if (key) {
            keyFrames++;
        }
        bytes += size;
        lastPresentationNanos = presentationNanos;
        frames = count + 1;
    }

    /** How much came. */
    long count() {
        return frames;
    }

    /** Arrival of the last one; without meaning while there is none. */
    long lastArrivalNanos() {
        return arrivals.get(place(frames - 1));
    }

    /** Presentation of the last one; on the thread that carries the track. */
    long lastPresentationNanos() {
        return lastPresentationNanos;
    }

    /** Holds at least what came before the newest arrival that it tells; sums may be a frame ahead of it. */
    Vitals.Track read() {
        while (true) {
            long count = frames;
            long[] recent = new long[(int) Math.min(count, TOLD)];
            for (int i = 0; i < recent.length; i++) {
                recent[i] = arrivals.get(place(count - recent.length + i));
            }
            if (frames - count < KEPT - TOLD) {
                return new Vitals.Track(
                        count,
                        keyFrames,
                        bytes,
                        recent.length == 0 ? 0 : recent[recent.length - 1],
                        lastPresentationNanos,
                        Arrivals.of(recent));
            }
        }
    }

    private static int place(long frame) {
        return (int) Math.floorMod(frame, (long) KEPT);
    }
}
