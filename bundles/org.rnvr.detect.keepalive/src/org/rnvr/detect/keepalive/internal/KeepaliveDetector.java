package org.rnvr.detect.keepalive.internal;

import java.util.Objects;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.PathProbed;
import org.rnvr.detection.Observation.RequestEnded;

/**
 * Judges a session by its answers: in requests on the session itself, or, where the camera offers none, in requests on
 * connections of their own.
 */
final class KeepaliveDetector implements Detector {

    private final Timing timing;
    private final ObservedTime time;
    private Answers answers;
    private long lastMedia;

    KeepaliveDetector(Timing timing, long nanos) {
        this.timing = Objects.requireNonNull(timing);
        time = new ObservedTime(nanos);
        lastMedia = nanos;
        answers = new SessionAnswers(timing, nanos);
    }

    @Override
    public Assessment observe(Observation observation) {
        long now = time.advanceTo(observation.nanos());
        if (observation instanceof MediaArrived media) {
            lastMedia = Math.max(lastMedia, now - (media.nanos() - media.lastArrivalNanos()));
            answers.media();
        } else if (observation instanceof RequestEnded ended) {
            if (answers.requestEnded(ended, now, now - lastMedia) == Answers.Offer.NONE) {
                answers = new PathAnswers(timing, now);
            }
        } else if (observation instanceof PathProbed probed) {
            answers.pathProbed(probed.answered(), now);
        }
        return answers.assess(now, lastMedia);
    }
}
