package org.rnvr.detect.frames.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.Track;

/**
 * Judges a session by the silence of its tracks alone. Video that does not come for its limit means that the session is
 * dead, whatever the camera answers; audio that stops while video goes on is worth a warning. Shortly before its limit the
 * video is suspected, so that the monitor can look and prepare before the verdict; not earlier, since TCP alone makes pauses of
 * 0.6 and 1.4 s, and to tell these from others is not this strategy's business.
 */
final class FramesDetector implements Detector {

    /** So long before its limit the video is suspected: time for a look that is answered. */
    private static final long SHORTLY = Duration.ofMillis(300).toNanos();

    /** Frames of a slow camera that must be missing. */
    private static final int SLOW_CAMERA = 3;

    /** The interval of a camera that changes its rate is believed after about so many frames. */
    private static final int MEMORY = 4;

    private final Limits limits;
    private final long began;
    private OptionalLong lastVideo = OptionalLong.empty();
    private OptionalLong lastAudio = OptionalLong.empty();
    private long videoFlowsSince;
    private long usualInterval;

    FramesDetector(Limits limits, long nanos) {
        this.limits = Objects.requireNonNull(limits);
        began = nanos;
    }

    @Override
    public Assessment observe(Observation observation) {
        if (observation instanceof MediaArrived media) {
            if (media.track() == Track.VIDEO) {
                videoArrived(media.lastArrivalNanos(), media.frames());
            } else {
                lastAudio = OptionalLong.of(media.lastArrivalNanos());
            }
        }
        long now = observation.nanos();
        if (lastVideo.isEmpty()) {
            return video(now - began, limits.firstFrame(), "No video has come yet after %.1f s; the limit is %.1f s.");
        }
        Assessment video = video(now - lastVideo.getAsLong(), limit(), "No video for %.1f s; the limit is %.1f s.");
        return video.grade() == Grade.HEALTHY ? audio(now, video) : video;
    }

    private void videoArrived(long arrival, long frames) {
        if (lastVideo.isEmpty()) {
            videoFlowsSince = arrival;
        } else {
            long silence = arrival - lastVideo.getAsLong();
            if (isSuspicious(silence, limit())) {
                videoFlowsSince = arrival;
            }
            long interval = silence / frames;
            usualInterval = usualInterval == 0 ? interval : usualInterval + (interval - usualInterval) / MEMORY;
        }
        lastVideo = OptionalLong.of(arrival);
    }

    /** A camera that sends a frame every few seconds is not dead between two of them. */
    private long limit() {
        return Math.max(limits.video(), usualInterval * SLOW_CAMERA);
    }

    private static Assessment video(long silence, long limit, String reason) {
        Grade grade = silence >= limit ? Grade.DEAD : isSuspicious(silence, limit) ? Grade.SUSPECT : Grade.HEALTHY;
        String text = grade == Grade.HEALTHY ? "" : String.format(Locale.ROOT, reason, silence / 1e9, limit / 1e9);
        double level = Math.max(0, (double) silence / limit);
        return new Assessment(grade, level, text, Set.of(), Duration.ofNanos(limit));
    }

    private static boolean isSuspicious(long silence, long limit) {
        return silence >= Math.max(limit / 2, limit - SHORTLY);
    }

    /** After an outage of both, audio has as long to return as it may be silent. */
    private Assessment audio(long now, Assessment video) {
        if (lastAudio.isEmpty()) {
            return video;
        }
        long silence = now - lastAudio.getAsLong();
        if (Math.min(silence, now - videoFlowsSince) < limits.audio()) {
            return video;
        }
        String reason = String.format(Locale.ROOT, "No audio for %.1f s while video arrives.", silence / 1e9);
        return new Assessment(Grade.WARNING, (double) silence / limits.audio(), reason, Set.of());
    }
}
