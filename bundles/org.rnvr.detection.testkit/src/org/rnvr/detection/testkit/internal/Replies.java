package org.rnvr.detection.testkit.internal;

import java.time.Duration;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.PathProbed;
import org.rnvr.detection.Observation.RequestEnded;
import org.rnvr.detection.testkit.Outage;
import org.rnvr.pipeline.ReplyOutcome;

/** Probes under way and how they will end: at most one of each kind. */
final class Replies {

    private static final long LOOK_LIMIT = Nanos.ofSeconds(1);
    private static final int OK = 200;

    private final Feed feed;
    private final Dice dice;
    private final boolean tcp;
    private final long requestLimit;

    private long requestedAt;
    private long requestEnds = Nanos.NEVER;
    private ReplyOutcome outcome = ReplyOutcome.ANSWERED;
    private long lookEnds = Nanos.NEVER;
    private boolean lookAnswered;
    private long nextAt = Nanos.NEVER;

    Replies(Feed feed, Dice dice, boolean tcp, long requestLimit) {
        this.feed = feed;
        this.dice = dice;
        this.tcp = tcp;
        this.requestLimit = requestLimit;
    }

    /** The session is closed; nobody waits for its request any more, while a look goes on. */
    void endSession() {
        requestEnds = Nanos.NEVER;
        lookEnds = Nanos.NEVER;
        nextAt = Nanos.NEVER;
    }

    /** When the next one ends. */
    long nextAt() {
        return nextAt;
    }

    boolean requesting() {
        return requestEnds != Nanos.NEVER;
    }

    boolean looking() {
        return lookEnds != Nanos.NEVER;
    }

    /**
     * Asks on the session.
     *
     * @param outage the last outage that began, or null
     */
    void request(long now, Outage outage) {
        requestedAt = now;
        requestEnds = now + requestLimit;
        outcome = ReplyOutcome.TIMED_OUT;
        long reaches = now;
        boolean known = true;
        if (outage != null && outage.kind() != Outage.Kind.MEDIA_PAUSED) {
            known = feed.survives(outage);
            reaches = now < outage.endNanos() ? Retransmission.after(now, outage.endNanos()) : now;
        }
        long answered = reaches + roundTrip();
        if (known && tcp) {
            answered = Math.max(answered, feed.resumes());
        }
        if (known && stalled(now)) {
            answered = Math.max(
                    answered, roundTrip() + (tcp ? feed.raw() : feed.trace().pathBackNanos()));
        }
        if (answered < requestEnds) {
            requestEnds = answered;
            outcome = known ? ReplyOutcome.ANSWERED : ReplyOutcome.FAILED;
        }
        plan();
    }

    /**
     * Looks by a connection of its own.
     *
     * @param outage the last outage that began, or null
     */
    void look(long now, Outage outage) {
        long answered = now + 2 * roundTrip();
        if (stalled(now)) {
            answered = Math.max(answered, feed.trace().pathBackNanos() + 2 * roundTrip());
        }
        boolean down = outage != null && outage.kind() != Outage.Kind.MEDIA_PAUSED && now < outage.endNanos();
        lookAnswered = !down && answered < now + LOOK_LIMIT;
        lookEnds = lookAnswered ? answered : now + LOOK_LIMIT + roundTrip();
        plan();
    }

    /**
     * Takes the one that ends next.
     *
     * @param nanos its end in the time that detectors are shown
     */
    Observation take(long nanos) {
        Observation ended;
        if (requestEnds <= lookEnds) {
            boolean answered = outcome == ReplyOutcome.ANSWERED;
            ended = new RequestEnded(nanos, outcome, answered ? OK : 0, Duration.ofNanos(requestEnds - requestedAt));
            requestEnds = Nanos.NEVER;
        } else {
            ended = new PathProbed(nanos, lookAnswered, lookAnswered ? "The camera answers." : "Nothing answers.");
            lookEnds = Nanos.NEVER;
        }
        plan();
        return ended;
    }

    private boolean stalled(long now) {
        return feed.raw() < Nanos.NEVER
                && feed.trace().heldSinceNanos() <= now
                && now < feed.trace().arrivalNanos();
    }

    private long roundTrip() {
        return Nanos.ofMillis(dice.between(1, 6));
    }

    private void plan() {
        nextAt = Math.min(requestEnds, lookEnds);
    }
}
