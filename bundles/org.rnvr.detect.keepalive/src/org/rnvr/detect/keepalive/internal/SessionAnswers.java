package org.rnvr.detect.keepalive.internal;

import java.util.OptionalLong;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Observation.RequestEnded;
import org.rnvr.detection.Probe;

/**
 * Asks on the session itself. A connection of its own is the second opinion: if that is answered, the path is back after a
 * cut, and the session is given time to resume.
 */
final class SessionAnswers implements Answers {

    private static final int SESSION_NOT_FOUND = 454;

    /** A camera that used to answer and let this many requests in a row go by while media came has stopped answering. */
    private static final int IGNORED_MAX = 3;

    private final Timing timing;

    private long askedAt;
    private boolean outstanding;
    private boolean lost;
    private boolean counted;
    private int ignored;
    private boolean answered;
    private boolean mute;
    private boolean sessionGone;

    private boolean probing;
    private long probedAt;
    private OptionalLong pathBackAt = OptionalLong.empty();

    SessionAnswers(Timing timing, long now) {
        this.timing = timing;
        askedAt = now - timing.interval();
        probedAt = now - Timing.PROBE_AGAIN;
    }

    @Override
    public void media() {
        lost = false;
        sessionGone = false;
        pathBackAt = OptionalLong.empty();
    }

    @Override
    public Offer requestEnded(RequestEnded ended, long now, long silence) {
        outstanding = false;
        switch (ended.outcome()) {
            case ANSWERED -> {
                sessionGone = ended.status() == SESSION_NOT_FOUND;
                answered = true;
                mute = false;
                ignored = 0;
                lost = false;
                pathBackAt = OptionalLong.empty();
            }
            case NOT_OPEN -> askedAt = now - timing.interval() + Math.min(timing.interval(), Timing.ASK_AGAIN);
            case TIMED_OUT, FAILED -> {
                if (silence < timing.askAfter()) {
                    countIgnored();
                } else {
                    lost = true;
                }
            }
            case NOT_OFFERED -> {
                return Offer.NONE;
            }
        }
        return Offer.REQUESTS;
    }

    @Override
    public void pathProbed(boolean pathAnswered, long now) {
        probing = false;
        if (pathAnswered && pathBackAt.isEmpty()) {
            pathBackAt = OptionalLong.of(now);
        }
    }

    @Override
    public Assessment assess(long now, long lastMedia) {
        long silence = now - lastMedia;
        boolean silent = silence >= timing.askAfter();
        if (silent && sessionGone) {
            return Answers.silent(Grade.DEAD, timing, silence, "the camera does not know the session any more");
        }
        if (outstanding && !silent && now - askedAt >= timing.interval()) {
            countIgnored();
        }
        if (mute) {
            return Assessment.HEALTHY;
        }
        if (silent && answered && (outstanding || lost)) {
            return doubt(now, lastMedia);
        }
        if (!outstanding && !lost && now - askedAt >= (silent ? timing.askAfter() : timing.interval())) {
            outstanding = true;
            counted = false;
            askedAt = now;
            pathBackAt = OptionalLong.empty();
            return Assessment.HEALTHY.asking(Probe.SESSION_REQUEST);
        }
        return Assessment.HEALTHY;
    }

    private Assessment doubt(long now, long lastMedia) {
        long silence = now - lastMedia;
        // The last point at which the camera may have been reachable.
        long base = Math.max(askedAt, lastMedia);
        long elapsed = now - base;
        if (pathBackAt.isPresent()) {
            if (elapsed >= timing.interval() && now - pathBackAt.getAsLong() >= Timing.GRACE) {
                return Answers.silent(
                        Grade.DEAD,
                        timing,
                        silence,
                        "the session stays dead although the camera answers new connections");
            }
        } else if (elapsed >= timing.verdictAfter()
                && (!probing || elapsed >= timing.verdictAfter() + Timing.PROBE_LATE)) {
            return Answers.silent(
                    Grade.DEAD, timing, silence, "the camera answers neither on the session nor on a new connection");
        }
        boolean late = lost || now - askedAt >= Timing.ANSWER_LATE;
        Assessment assessment = late
                ? Answers.silent(Grade.SUSPECT, timing, silence, "the keep-alive request is not answered")
                : Assessment.HEALTHY;
        if (secondOpinionDue(now, elapsed)) {
            probing = true;
            probedAt = now;
            return assessment.asking(Probe.FRESH_CONNECTION);
        }
        return assessment;
    }

    private boolean secondOpinionDue(long now, long elapsed) {
        return pathBackAt.isEmpty()
                && !probing
                && elapsed >= timing.probeAfter()
                && now - probedAt >= Timing.PROBE_AGAIN;
    }

    /** A camera that lets requests go by while it sends media is alive, whatever else it is. */
    private void countIgnored() {
        if (!counted) {
            counted = true;
            ignored++;
            mute = !answered || ignored >= IGNORED_MAX;
        }
    }
}
