package org.rnvr.detect.frames.internal;

import java.time.Duration;
import org.rnvr.config.DetectionSettings;

/**
 * How long a track may be silent, all in nanoseconds.
 *
 * @param firstFrame the video, before the first frame of a session
 * @param video the video, after it
 * @param audio the audio, once it was heard
 */
record Limits(long firstFrame, long video, long audio) {

    /** Audio comes in larger pieces than video, and nobody needs to know sooner. */
    private static final Duration AUDIO_LEAST = Duration.ofSeconds(2);

    static Limits of(DetectionSettings settings) {
        long video = settings.frameTimeout().toNanos();
        return new Limits(settings.firstFrameTimeout().toNanos(), video, Math.max(video, AUDIO_LEAST.toNanos()));
    }
}
