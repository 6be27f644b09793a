package org.rnvr.detect.keepalive.internal;

import java.util.OptionalLong;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Observation.RequestEnded;
import org.rnvr.detection.Probe;

/**
 * Asks on connections of their own: once in the beginning, to learn whether the camera answers there, and then only in
 * silence, since media are a better sign of life.
 */
final class PathAnswers implements Answers {

    private final Timing timing;

    private boolean answered;
    private boolean probing;
    private long probedAt;
    private OptionalLong failingSince = OptionalLong.empty();

    PathAnswers(Timing timing, long now) {
        this.timing = timing;
        probedAt = now - timing.interval();
    }

    @Override
    public void media() {
        failingSince = OptionalLong.empty();
    }

    @Override
    public Offer requestEnded(RequestEnded ended, long now, long silence) {
        return Offer.REQUESTS;
    }

    @Override
    public void pathProbed(boolean pathAnswered, long now) {
        if (pathAnswered) {
            answered = true;
            failingSince = OptionalLong.empty();
        } else if (failingSince.isEmpty()) {
            failingSince = OptionalLong.of(probing ? probedAt : now);
        }
        probing = false;
    }

    @Override
    public Assessment assess(long now, long lastMedia) {
        long silence = now - lastMedia;
        boolean silent = silence >= timing.askAfter();
        Assessment assessment = Assessment.HEALTHY;
        if (silent && answered && failingSince.isPresent()) {
            long elapsed = now - Math.max(failingSince.getAsLong(), lastMedia);
            boolean due = elapsed >= timing.verdictAfter();
            if (due && (!probing || elapsed >= timing.verdictAfter() + Timing.PROBE_LATE)) {
                return Answers.silent(Grade.DEAD, timing, silence, "the camera answers no new connection");
            }
            assessment = Answers.silent(Grade.SUSPECT, timing, silence, "the camera answers no new connection");
        }
        if (!probing && now - probedAt >= pause(silent)) {
            probing = true;
            probedAt = now;
            return assessment.asking(Probe.FRESH_CONNECTION);
        }
        return assessment;
    }

    private long pause(boolean silent) {
        if (silent) {
            return failingSince.isPresent() ? Timing.PROBE_AGAIN : timing.askAfter();
        }
        return answered ? Long.MAX_VALUE : timing.interval();
    }
}
