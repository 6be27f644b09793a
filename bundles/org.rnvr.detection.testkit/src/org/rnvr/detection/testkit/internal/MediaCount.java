package org.rnvr.detection.testkit.internal;

import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.Track;
import org.rnvr.detection.testkit.Trace;

/** What arrived on a track since it was last told. */
final class MediaCount {

    private final Track track;
    private boolean any;
    private long lastArrival;
    private long lastPresentation;
    private long longestGap;
    private long frames;
    private long keyFrames;
    private long bytes;

    MediaCount(Track track) {
        this.track = track;
    }

    void beginSession() {
        any = false;
        clear();
    }

    void add(Trace trace, long arrival) {
        frames++;
        if (trace.keyFrame()) {
            keyFrames++;
        }
        bytes += trace.bytes();
        if (any) {
            longestGap = Math.max(longestGap, arrival - lastArrival);
        }
        any = true;
        lastArrival = arrival;
        lastPresentation = trace.presentationNanos();
    }

    boolean isEmpty() {
        return frames == 0;
    }

    MediaArrived take(long nanos) {
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
