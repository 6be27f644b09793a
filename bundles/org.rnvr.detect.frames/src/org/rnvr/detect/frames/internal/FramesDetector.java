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
 * dead, whatever the camera answers; audio that stops while video goes on is worth a warning. From half of the limit on the
 * video is suspected, so that the monitor can look and prepare before the verdict.
 */
final class FramesDetector implements Detector {

    private final Limits limits;
    private final long began;
    private OptionalLong lastVideo = OptionalLong.empty();
    private OptionalLong lastAudio = OptionalLong.empty();
    private long videoFlowsSince;

    FramesDetector(Limits limits, long nanos) {
        this.limits = Objects.requireNonNull(limits);
        began = nanos;
    }

    @Override
    public Assessment observe(Observation observation) {
        if (observation instanceof MediaArrived media) {
            if (media.track() == Track.VIDEO) {
                videoArrived(media.lastArrivalNanos());
            } else {
                lastAudio = OptionalLong.of(media.lastArrivalNanos());
            }
        }
        long now = observation.nanos();
        if (lastVideo.isEmpty()) {
            return video(now - began, limits.firstFrame(), "No video has come yet after %.1f s; the limit is %.1f s.");
        }
        Assessment video =
                video(now - lastVideo.getAsLong(), limits.video(), "No video for %.1f s; the limit is %.1f s.");
        return video.grade() == Grade.HEALTHY ? audio(now, video) : video;
    }

    private void videoArrived(long arrival) {
        if (lastVideo.isEmpty() || isSuspicious(arrival - lastVideo.getAsLong(), limits.video())) {
            videoFlowsSince = arrival;
        }
        lastVideo = OptionalLong.of(arrival);
    }

    private static Assessment video(long silence, long limit, String reason) {
        Grade grade = silence >= limit ? Grade.DEAD : isSuspicious(silence, limit) ? Grade.SUSPECT : Grade.HEALTHY;
        String text = grade == Grade.HEALTHY ? "" : String.format(Locale.ROOT, reason, silence / 1e9, limit / 1e9);
        double level = Math.max(0, (double) silence / limit);
        return new Assessment(grade, level, text, Set.of(), Duration.ofNanos(limit));
    }

    private static boolean isSuspicious(long silence, long limit) {
        return silence >= limit / 2;
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
