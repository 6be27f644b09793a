package org.rnvr.monitor.internal.connection;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.rnvr.event.Connecting;
import org.rnvr.event.Offline;
import org.rnvr.event.Reconnecting;
import org.rnvr.monitor.internal.path.PathResult;
import org.rnvr.monitor.internal.path.PathResult.Reach;

/**
 * The rules by which a session is pursued: cheap looks whether the camera can be reached, many of them, and a session only
 * when it can.
 */
final class PursuitLogic {

    /** A session that takes longer than this is not trusted blindly: its path may have been cut meanwhile. */
    static final Duration SLOW_SET_UP = Duration.ofSeconds(1);

    private static final Duration LOOK_AT_SET_UP = Duration.ofSeconds(1);

    /** The shortest time of looking in vain that makes an attempt. */
    private static final Duration SHORTEST_ATTEMPT = Duration.ofSeconds(1);

    /** Between looks at a camera that answers and is not to be asked for a session now. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** Attempts up to this number are journalled each, later ones at powers of two. */
    static final int JOURNALLED_EACH = 16;

    private final Pace pace;

    PursuitLogic(Pace pace) {
        this.pace = pace;
    }

    /** Where and how a session is pursued. */
    record Place(Terms terms, boolean beside, boolean mayOpen) {}

    /** Begins with a look. */
    Pursuit look(Retry retry, Terms terms, Now now, List<Effect> effects) {
        effects.add(new Effect.LookAtPath());
        return new Pursuit(retry, new Effort.Looking(now.nanos(), now.nanos() + untilNextLook(retry, terms, now)));
    }

    /** Begins with a session. */
    Pursuit open(Retry retry, Place place, Now now, List<Effect> effects) {
        if (journalled(retry) || !retry.sessionBefore()) {
            effects.add(new Effect.Publish(
                    new Connecting(now.moment(), place.terms().cameraId(), retry.attempt(), place.beside())));
        }
        effects.add(new Effect.OpenSession());
        return new Pursuit(
                retry,
                new Effort.Opening(now.nanos(), OptionalLong.empty(), now.nanos() + SLOW_SET_UP.toNanos(), false));
    }

    /** Begins soon, since the camera was lost just now. */
    Pursuit afterLoss(Retry retry, Terms terms, Now now, List<Effect> effects) {
        long wait = pace.beforeFirst(retry, terms.longestWait());
        announce(retry, wait, terms, now, effects);
        return new Pursuit(retry, new Effort.Waiting(now.nanos() + wait));
    }

    /** Time passed. */
    Pursuit tick(Pursuit p, Place place, Now now, List<Effect> effects) {
        if (p.effort() instanceof Effort.Waiting waiting && now.reached(waiting.dueNanos())) {
            return look(p.retry(), place.terms(), now, effects);
        } else if (p.effort() instanceof Effort.Looking looking) {
            if (now.since(looking.sinceNanos())
                    >= spanOfAttempt(p.retry(), place.terms()).toNanos()) {
                Retry next = failed(p.retry(), false, p.retry().trouble(), place, now, effects);
                announceUnless(place.beside(), next, 0, place.terms(), now, effects);
                return tick(
                        p.with(next).with(new Effort.Looking(now.nanos(), looking.nextNanos())), place, now, effects);
            }
            if (now.reached(looking.nextNanos())) {
                effects.add(new Effect.LookAtPath());
                return p.with(new Effort.Looking(
                        looking.sinceNanos(), now.nanos() + untilNextLook(p.retry(), place.terms(), now)));
            }
        } else if (p.effort() instanceof Effort.Opening opening) {
            return tickOpening(p, opening, place, now, effects);
        }
        return p;
    }

    private Pursuit tickOpening(Pursuit p, Effort.Opening opening, Place place, Now now, List<Effect> effects) {
        Duration limit = place.terms().setUpLimit();
        if (now.since(opening.sinceNanos()) >= limit.toNanos()) {
            opening.session().ifPresent(session -> effects.add(new Effect.CloseSession(session)));
            Trouble trouble = Trouble.silence(
                    "No picture came within " + limit.toSeconds() + " s after the session was asked for.");
            return sessionFailed(p, trouble, place, now, effects);
        }
        if (now.reached(opening.nextLookNanos())) {
            effects.add(new Effect.LookAtPath());
            return p.with(new Effort.Opening(
                    opening.sinceNanos(), opening.session(), now.nanos() + LOOK_AT_SET_UP.toNanos(), opening.cut()));
        }
        return p;
    }

    /** A look ended. */
    Pursuit looked(Pursuit p, PathResult result, Place place, Now now, List<Effect> effects) {
        boolean unreachable = result.reach() == Reach.UNREACHABLE;
        if (p.effort() instanceof Effort.Looking looking) {
            if (unreachable) {
                return p.with(p.retry().with(Trouble.silence(result.text())));
            }
            return place.mayOpen()
                    ? open(p.retry(), place, now, effects)
                    : p.with(new Effort.Looking(looking.sinceNanos(), now.nanos() + LOOK_AGAIN.toNanos()));
        }
        if (p.effort() instanceof Effort.Opening opening) {
            if (unreachable) {
                return p.with(
                        new Effort.Opening(opening.sinceNanos(), opening.session(), opening.nextLookNanos(), true));
            }
            if (opening.cut() && result.reach() == Reach.ANSWERED) {
                // What its connection sent into the cut is retransmitted late; a new one is faster.
                opening.session().ifPresent(session -> effects.add(new Effect.CloseSession(session)));
                return open(p.retry(), place, now, effects);
            }
        }
        return p;
    }

    /** The session asked for has this number. */
    Pursuit opened(Pursuit p, long session) {
        return p.effort() instanceof Effort.Opening opening && opening.session().isEmpty()
                ? p.with(new Effort.Opening(
                        opening.sinceNanos(), OptionalLong.of(session), opening.nextLookNanos(), opening.cut()))
                : p;
    }

    /** A session that was asked for holds its first key frame. */
    Pursuit ready(Pursuit p, Input.SessionReady ready, Now now) {
        return p.effort() instanceof Effort.Opening opening && opening.opens(ready.session())
                ? p.with(new Effort.Held(
                        ready.session(), opening.sinceNanos(), ready.firstFrameNanos(), now.nanos(), ready.media()))
                : p;
    }

    /** The session that was asked for failed and is closed. */
    Pursuit sessionFailed(Pursuit p, Trouble trouble, Place place, Now now, List<Effect> effects) {
        Retry next = failed(p.retry(), true, trouble, place, now, effects);
        long wait = pace.afterSession(next, place.terms().longestWait());
        announceUnless(place.beside(), next, wait, place.terms(), now, effects);
        return new Pursuit(next, new Effort.Waiting(now.nanos() + wait));
    }

    private static Retry failed(
            Retry retry, boolean gotSession, Trouble trouble, Place place, Now now, List<Effect> effects) {
        int limit = place.terms().maxAttempts();
        boolean offline = retry.offline()
                || !place.beside() && (!place.terms().autoReconnect() || limit > 0 && retry.attempt() >= limit);
        if (offline && !retry.offline()) {
            effects.add(
                    new Effect.Publish(new Offline(now.moment(), place.terms().cameraId(), retry.attempt())));
        }
        return retry.next(gotSession, offline, trouble);
    }

    /** Says that an attempt is coming. */
    void announce(Retry retry, long wait, Terms terms, Now now, List<Effect> effects) {
        if (terms.autoReconnect() && journalled(retry)) {
            effects.add(new Effect.Publish(
                    new Reconnecting(now.moment(), terms.cameraId(), retry.attempt(), Math.max(0, wait / 1_000_000))));
        }
    }

    private void announceUnless(boolean beside, Retry retry, long wait, Terms terms, Now now, List<Effect> effects) {
        if (!beside) {
            announce(retry, wait, terms, now, effects);
        }
    }

    private long untilNextLook(Retry retry, Terms terms, Now now) {
        return pace.betweenLooks(retry, now.since(retry.sinceNanos()), terms.longestWait());
    }

    private static Duration spanOfAttempt(Retry retry, Terms terms) {
        Duration least = retry.offline() ? Pace.SLOW : SHORTEST_ATTEMPT;
        return terms.longestWait().compareTo(least) > 0 ? terms.longestWait() : least;
    }

    private static boolean journalled(Retry retry) {
        int attempt = retry.attempt();
        return !retry.offline() && attempt <= JOURNALLED_EACH || Integer.bitCount(attempt) == 1;
    }
}
