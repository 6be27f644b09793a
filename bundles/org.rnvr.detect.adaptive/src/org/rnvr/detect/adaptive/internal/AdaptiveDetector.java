package org.rnvr.detect.adaptive.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.PathProbed;
import org.rnvr.detection.Observation.Track;

/**
 * Suspects a session whose video is silent for longer than this camera's pauses are as often as was promised. It never calls
 * a session dead: it is early, and so it leaves the verdict to what the monitor finds out then.
 */
final class AdaptiveDetector implements Detector {

    /** Nobody needs to know of missing audio soon, and cameras leave audio out for a moment more often than video. */
    private static final long AUDIO_TIMES = 5;

    private static final long AUDIO_LEAST = Duration.ofSeconds(5).toNanos();

    /** How much longer the audio must have been silent for the warning to be worded anew. */
    private static final long REWORD = Duration.ofSeconds(1).toNanos();

    private final Promise promise;
    private final long firstFrameTimeout;
    private final long began;
    private final TrackWatch video;
    private final TrackWatch audio;
    private Assessment audioWarning = Assessment.HEALTHY;
    private long audioWarnedOf;

    /**
     * Of a session of a camera.
     *
     * @param camera what is known of the camera, and learns more
     * @param firstFrameTimeout how long the session may take to its first frame, in nanoseconds
     * @param nanos now
     */
    AdaptiveDetector(CameraRhythm camera, long firstFrameTimeout, long nanos) {
        this.promise = camera.promise();
        this.firstFrameTimeout = firstFrameTimeout;
        this.began = nanos;
        this.video = new TrackWatch(camera.video());
        this.audio = new TrackWatch(camera.audio());
    }

    @Override
    public Assessment observe(Observation observation) {
        if (observation instanceof MediaArrived media) {
            (media.track() == Track.VIDEO ? video : audio).arrived(media);
        } else if (observation instanceof PathProbed probed) {
            video.pathProbed(probed.answered());
            audio.pathProbed(probed.answered());
        }
        long now = observation.nanos();
        if (!video.hasStarted()) {
            return firstFrame(now - began);
        }
        long silence = video.silence(now);
        if (silence >= video.limit()) {
            return silentVideo(silence);
        }
        return audio.hasStarted() ? audio(now) : Assessment.HEALTHY;
    }

    private Assessment firstFrame(long waited) {
        if (waited < firstFrameTimeout) {
            return Assessment.HEALTHY;
        }
        return suspect(
                (double) waited / firstFrameTimeout,
                "No frame has come yet after %.1f s; the limit is %.1f s.",
                waited / 1e9,
                firstFrameTimeout / 1e9);
    }

    private Assessment silentVideo(long silence) {
        String reason = video.isKnown()
                ? "No frame for %.2f s; this camera is silent for more than %.2f s no more than %s."
                : "No frame for %.2f s; until this camera is known, %.2f s are suspicious.";
        return suspect(video.suspicion(silence), reason, silence / 1e9, video.limit() / 1e9, promise.often());
    }

    private static Assessment suspect(double level, String reason, Object... values) {
        return new Assessment(Grade.SUSPECT, level, String.format(Locale.ROOT, reason, values), Set.of());
    }

    /** After an outage of both, audio has as long to return as it may be silent. */
    private Assessment audio(long now) {
        long silence = Math.min(audio.silence(now), video.flow(now));
        if (silence < AUDIO_LEAST || silence < AUDIO_TIMES * audio.limit()) {
            audioWarnedOf = 0;
            return Assessment.HEALTHY;
        }
        if (silence - audioWarnedOf >= REWORD) {
            audioWarnedOf = silence;
            audioWarning = new Assessment(
                    Grade.WARNING,
                    audio.suspicion(silence),
                    String.format(Locale.ROOT, "No audio for %.0f s while video arrives.", silence / 1e9),
                    Set.of());
        }
        return audioWarning;
    }
}
