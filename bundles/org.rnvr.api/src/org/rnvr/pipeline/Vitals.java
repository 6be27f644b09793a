package org.rnvr.pipeline;

import java.util.Objects;
import java.util.Optional;

/**
 * What was received on a session from its start up to now.
 *
 * @param session its number
 * @param video the video track
 * @param audio the audio track, if the session has one
 */
public record Vitals(long session, Track video, Optional<Track> audio) {
    public Vitals {
        Objects.requireNonNull(video);
        Objects.requireNonNull(audio);
    }

    /**
     * One track.
     *
     * @param frames number of frames (audio: packets) received
     * @param keyFrames number of key frames among them
     * @param bytes encoded bytes received
     * @param lastArrivalNanos arrival of the last one as {@link System#nanoTime()}; without meaning while
     *     {@code frames} is 0
     * @param lastPresentationNanos presentation time of the last one in nanoseconds of the pipeline's running time as the
     *     camera's clock has it; without meaning while {@code frames} is 0
     * @param recent arrivals of the newest
     */
    public record Track(
            long frames,
            long keyFrames,
            long bytes,
            long lastArrivalNanos,
            long lastPresentationNanos,
            Arrivals recent) {
        public Track {
            Objects.requireNonNull(recent);
        }
    }
}
