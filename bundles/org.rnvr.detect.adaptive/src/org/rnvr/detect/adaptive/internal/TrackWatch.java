package org.rnvr.detect.adaptive.internal;

import org.rnvr.detect.adaptive.internal.TrackRhythm.Path;
import org.rnvr.detection.Observation.MediaArrived;

/** One track in one session: how long it has been silent, and what it taught. */
final class TrackWatch {

    private final TrackRhythm rhythm;
    private boolean started;
    private long startedAt;
    private long lastArrival;
    private long flowsSince;
    private Path path = Path.UNKNOWN;

    TrackWatch(TrackRhythm rhythm) {
        this.rhythm = rhythm;
    }

    /** Media arrived. What came before the first of them were pauses of the session and not of the camera. */
    void arrived(MediaArrived media) {
        long arrival = media.lastArrivalNanos();
        if (!started) {
            started = true;
            startedAt = arrival;
            flowsSince = arrival;
        } else {
            long span = Math.max(0, arrival - lastArrival);
            long pause = Math.max(0, Math.min(span, media.longestGapNanos()));
            int others = (int) Math.min(Integer.MAX_VALUE, media.frames() - 1);
            if (pause >= limit()) {
                flowsSince = arrival;
            }
            rhythm.learn(pause, others, span - pause, path);
        }
        lastArrival = arrival;
        path = Path.UNKNOWN;
    }

    /** The path to the camera was looked at. */
    void pathProbed(boolean answered) {
        rhythm.pathProbed(answered);
        if (!answered) {
            path = Path.BROKEN;
        } else if (path == Path.UNKNOWN) {
            path = Path.ANSWERS;
        }
    }

    /** Whether anything has arrived in this session. */
    boolean hasStarted() {
        return started;
    }

    /** Time since the last arrival. */
    long silence(long now) {
        return now - lastArrival;
    }

    /** Time since the arrival that ended the last silence beyond the limit, or the first. */
    long flow(long now) {
        return now - flowsSince;
    }

    /** The silence that is suspicious now. A session is given a moment to settle. */
    long limit() {
        return hasSettled() ? rhythm.threshold() : Math.max(rhythm.threshold(), TrackRhythm.UNKNOWN);
    }

    /** Whether that is the silence which keeps the promise. */
    boolean isKnown() {
        return rhythm.isKnown() && hasSettled();
    }

    /** Suspicion of a silence, as {@link PauseTail#suspicion}. */
    double suspicion(long silence) {
        return rhythm.suspicion(silence);
    }

    private boolean hasSettled() {
        return lastArrival - startedAt >= TrackRhythm.ACQUAINTANCE;
    }
}
