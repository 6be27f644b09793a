package org.rnvr.detection.testkit.internal;

import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.Track;
import org.rnvr.detection.testkit.Trace;

/** What arrived on a track since it was last told. For one thread. */
public final class MediaCount {

    private final Track track;
    private boolean any;
    private long lastArrival;
    private long lastPresentation;
    private long longestGap;
    private long frames;
    private long keyFrames;
    private long bytes;

    /** Of a track on which nothing arrived yet. */
    public MediaCount(Track track) {
        this.track = track;
    }

    /** Nothing has arrived on the session that begins. */
    public void beginSession() {
        any = false;
        clear();
    }

    /** Adds what the trace stands at, arrived at a time that detectors are shown. */
    public void add(Trace trace, long arrival) {
        add(1, trace.keyFrame() ? 1 : 0, trace.bytes(), trace.presentationNanos(), arrival);
    }

    /** Adds what arrived at once. */
    void add(long moreFrames, long moreKeyFrames, long moreBytes, long presentation, long arrival) {
        frames += moreFrames;
        keyFrames += moreKeyFrames;
        bytes += moreBytes;
        if (any) {
            longestGap = Math.max(longestGap, arrival - lastArrival);
        }
        any = true;
        lastArrival = arrival;
        lastPresentation = presentation;
    }

    /** Whether nothing arrived since it was last told. */
    public boolean isEmpty() {
        return frames == 0;
    }

    /** All that arrived since the last call, as observed now. */
    public MediaArrived take(long nanos) {
        MediaArrived arrived =
                new MediaArrived(nanos, track, frames, keyFrames, bytes, lastArrival, longestGap, lastPresentation);
        clear();
        return arrived;
    }

    private void clear() {
        frames = 0;
        keyFrames = 0;
        bytes = 0;
        longestGap = 0;
    }
}
