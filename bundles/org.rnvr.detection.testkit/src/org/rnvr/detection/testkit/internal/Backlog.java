package org.rnvr.detection.testkit.internal;

import org.rnvr.detection.testkit.Trace;

/** What a camera sent on a track and TCP delivers later, all at once. For one thread. */
public final class Backlog {

    private long frames;
    private long keyFrames;
    private long bytes;
    private long presentation;

    /** Adds what the trace stands at. */
    public void add(Trace trace) {
        frames++;
        keyFrames += trace.keyFrame() ? 1 : 0;
        bytes += trace.bytes();
        presentation = trace.presentationNanos();
    }

    /** Has it arrive. */
    public void deliver(MediaCount count, long arrival) {
        if (frames > 0) {
            count.add(frames, keyFrames, bytes, presentation, arrival);
            frames = 0;
            keyFrames = 0;
            bytes = 0;
        }
    }

    /** Whether it holds a key frame. */
    public boolean holdsKeyFrame() {
        return keyFrames > 0;
    }
}
