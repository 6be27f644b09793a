package org.rnvr.detection;

import java.time.Duration;
import org.rnvr.pipeline.ReplyOutcome;

/** Something observed on a session, or the passing of time. All times are monotonic, in nanoseconds. */
public sealed interface Observation {

    /** When it was observed. */
    long nanos();

    /**
     * Time passed.
     *
     * @param nanos now
     */
    record Tick(long nanos) implements Observation {}

    /**
     * Media arrived on a track since the last observation of this kind for the track.
     *
     * @param nanos when it was observed
     * @param track the track
     * @param frames how many frames (audio: packets) arrived
     * @param keyFrames how many of them were key frames
     * @param bytes how many encoded bytes
     * @param lastArrivalNanos arrival of the last of them
     */
    record MediaArrived(long nanos, Track track, long frames, long keyFrames, long bytes, long lastArrivalNanos)
            implements Observation {}

    /**
     * The request asked for with {@link Probe#SESSION_REQUEST} ended.
     *
     * @param nanos when
     * @param outcome what became of it
     * @param status the RTSP status code when answered, else 0
     * @param roundTrip from request to end
     */
    record RequestEnded(long nanos, ReplyOutcome outcome, int status, Duration roundTrip) implements Observation {}

    /**
     * The probe asked for with {@link Probe#FRESH_CONNECTION} ended.
     *
     * @param nanos when
     * @param answered whether the camera answered an RTSP request on the fresh connection, with whatever status
     * @param text what was seen, one sentence
     */
    record PathProbed(long nanos, boolean answered, String text) implements Observation {}

    /**
     * Level of what buffers between camera and recorder.
     *
     * @param nanos when
     * @param percent 0 (empty) to 100
     */
    record BufferLevel(long nanos, int percent) implements Observation {}

    /** A track of a session. */
    enum Track {
        /** The video. */
        VIDEO,
        /** The audio. */
        AUDIO
    }
}
