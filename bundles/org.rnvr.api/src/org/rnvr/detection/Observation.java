package org.rnvr.detection;

import java.time.Duration;
import org.rnvr.pipeline.ReplyOutcome;

/**
 * Something observed on a session, or the passing of time. All times are monotonic, in nanoseconds; time in which this
 * machine stood still is left out of them, so that no silence is longer than it was listened to. Immutable; any thread.
 * <p>
 * Later versions may have more kinds: a detector passes over those it does not know.
 */
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
     * @param longestGapNanos the longest interval between two arrivals one after the other that ended with one of them;
     *     0 if the first frame of all is the only one
     * @param lastPresentationNanos presentation time of the last of them by the camera's clock; only differences between
     *     two of one track and session mean something
     */
    record MediaArrived(
            long nanos,
            Track track,
            long frames,
            long keyFrames,
            long bytes,
            long lastArrivalNanos,
            long longestGapNanos,
            long lastPresentationNanos)
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
     * The pipeline said how full what buffers between camera and recorder is (a BUFFERING message of GStreamer). Few
     * pipelines of live sources ever do.
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
