package org.rnvr.monitor.internal.connection;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rnvr.config.Transport;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.event.Lost;
import org.rnvr.event.Reconnected;
import org.rnvr.event.Recovered;
import org.rnvr.event.Stalled;
import org.rnvr.event.Streaming;
import org.rnvr.event.Suspect;
import org.rnvr.monitor.internal.path.PathResult;
import org.rnvr.monitor.internal.path.PathResult.Reach;
import org.rnvr.pipeline.FailureKind;

/**
 * The rules of a session that feeds recording and views. A suspicion is answered by probes and by the pursuit of another
 * session beside the suspected one; whichever delivers first goes on, so that a wrong suspicion costs nothing.
 */
final class LiveLogic {

    /** Name under which the session itself is journalled as the one that noticed a loss. */
    static final String PIPELINE = "pipeline";

    /** A session that lives this long has held: the next loss starts with short waits again. */
    static final Duration HELD = Duration.ofSeconds(10);

    /** Silence after which the monitor itself says what became of a suspicion, so that it is said within two seconds. */
    static final Duration VERDICT = Duration.ofMillis(1800);

    /** How long the camera has to answer before that. */
    static final Duration ANSWER = Duration.ofSeconds(1);

    /**
     * Silence within which a session over TCP is still expected to resume by itself after a short cut: what was lost in it is
     * retransmitted 0.2, 0.6, 1.4 and 3.0 s after it was first sent (RFC 6298, with Linux's least timeout; a little later
     * where that is longer). The session that resumes delivers also what was filmed during the cut, which a new one does
     * not, so until then it is preferred; the key frame that a new session holds meanwhile is not lost either.
     */
    static final Duration TCP_RESUMES = Duration.ofMillis(3800);

    /** The same over UDP, where packets come as soon as the path is back. */
    static final Duration UDP_RESUMES = Duration.ofSeconds(1);

    /**
     * How long the suspected session has to come in after the one that is to replace it: when a camera goes on after a pause,
     * both have video at the same time, and then nothing needs to be replaced.
     */
    static final Duration PHOTO_FINISH = Duration.ofMillis(150);

    /** Silence after which a session at which nothing answered is given up: the retransmission after 6.2 s was its last chance. */
    static final Duration LOST_PATIENCE = Duration.ofSeconds(7);

    /** Silence after which a session that stalled is given up: an encoder may hang for seconds and go on. */
    static final Duration STALL_PATIENCE = Duration.ofSeconds(10);

    /** Video that came less long ago is coming: no other session is needed, whatever is suspected. */
    static final Duration FLOWS = Duration.ofMillis(200);

    /** When it is found out whether the camera answers requests on its session. */
    static final Duration FIRST_REQUEST = Duration.ofSeconds(1);

    private final PursuitLogic pursuits;

    LiveLogic(PursuitLogic pursuits) {
        this.pursuits = pursuits;
    }

    /** A session that holds its first key frame begins to feed. */
    Connection activate(Connection c, Retry retry, Effort.Held held, Now now, List<Effect> effects) {
        String camera = c.terms().cameraId();
        effects.add(new Effect.Activate(held.session()));
        effects.add(new Effect.Publish(new Streaming(
                now.moment(),
                camera,
                held.session(),
                held.media().videoCodec(),
                held.media().width(),
                held.media().height(),
                held.media().transport().name().toLowerCase(Locale.ROOT),
                millis(held.firstFrameNanos() - held.askedNanos()))));
        retry.outageStart()
                .ifPresent(lastVideo -> effects.add(new Effect.Publish(new Reconnected(
                        now.moment(), camera, held.session(), millis(held.firstFrameNanos() - lastVideo)))));
        if (retry.alarmed()) {
            effects.add(new Effect.AllClear());
        }
        return c.in(
                new Phase.Live(
                        held.session(),
                        held.media().transport(),
                        now.nanos(),
                        retry.level(),
                        now.nanos(),
                        Phase.Replies.UNKNOWN,
                        Optional.empty(),
                        Map.of()),
                now);
    }

    Connection tick(Connection c, Phase.Live live, Now now, List<Effect> effects) {
        if (live.doubt().isEmpty()) {
            if (live.replies() == Phase.Replies.UNKNOWN && now.since(live.sinceNanos()) >= FIRST_REQUEST.toNanos()) {
                effects.add(new Effect.AskSession(live.session()));
                return c.in(live.with(Phase.Replies.ASKED), now);
            }
            return c;
        }
        Doubt doubt = live.doubt().get();
        Pursuit pursuit = pursuits.tick(doubt.pursuit(), beside(c, live, doubt, now), now, effects);
        return settle(c, live, doubt.with(pursuit), now, effects);
    }

    Connection observed(Connection c, Phase.Live before, Input.Observed observed, Now now, List<Effect> effects) {
        Phase.Live live = before.seen(observed.lastVideoNanos());
        List<Judgement> judgements = observed.judgements();
        live = live.with(Warnings.after(live.warnings(), c.terms().cameraId(), judgements, now, effects));
        List<Judgement> suspecting =
                judgements.stream().filter(LiveLogic::suspects).toList();
        if (live.doubt().isEmpty() && suspecting.isEmpty()) {
            return c.in(live, now);
        }
        Doubt doubt = live.doubt().orElse(null);
        if (doubt == null) {
            doubt = begin(c, live, suspecting.get(0), now, effects);
        }
        for (Judgement judgement : suspecting) {
            if (!doubt.strategies().contains(judgement.strategy())) {
                doubt = doubt.journalled(judgement.strategy());
                effects.add(new Effect.Publish(new Suspect(
                        now.moment(),
                        c.terms().cameraId(),
                        judgement.strategy(),
                        live.silenceMs(now),
                        judgement.assessment().level(),
                        judgement.assessment().reason())));
            }
        }
        if (suspecting.isEmpty() && doubt.resumedAt().isPresent()) {
            return recovered(c, live, doubt, now, effects);
        }
        Duration patience = suspecting.stream()
                .map(judgement -> judgement.assessment().patience())
                .min(Duration::compareTo)
                .orElse(doubt.patience());
        Optional<Judgement> dead = suspecting.stream()
                .filter(judgement -> judgement.assessment().grade() == Grade.DEAD)
                .findFirst();
        return settle(c, live, withoutNeedlessStandby(doubt.judged(patience, dead), now, effects), now, effects);
    }

    /** Video came first: whatever goes on being suspected, the standby session has lost. */
    private static Doubt withoutNeedlessStandby(Doubt doubt, Now now, List<Effect> effects) {
        Pursuit pursuit = doubt.pursuit();
        if (doubt.resumedAt().isEmpty()
                || doubt.dead().isPresent()
                || pursuit.effort().openSession().isEmpty()) {
            return doubt;
        }
        closeStandby(doubt, effects);
        return doubt.with(pursuit.with(new Effort.Looking(now.nanos(), now.nanos() + ANSWER.toNanos())));
    }

    private static boolean suspects(Judgement judgement) {
        Grade grade = judgement.assessment().grade();
        return grade == Grade.SUSPECT || grade == Grade.DEAD;
    }

    /**
     * Whether a request on the session does no harm. Sent into a cut over TCP it is retransmitted, and may be the first thing
     * that gets through after it: what it acknowledges makes the camera take its own retransmissions for spurious (RFC 3522,
     * RFC 5682), so that it waits for another, longer timeout before the media resume. A look at the path comes first.
     */
    static boolean mayAsk(Phase.Live live, boolean heard, Now now) {
        return heard || live.transport() != Transport.TCP || live.silence(now) >= TCP_RESUMES.toNanos();
    }

    private Doubt begin(Connection c, Phase.Live live, Judgement first, Now now, List<Effect> effects) {
        effects.add(new Effect.FlushRecording());
        if (live.replies() == Phase.Replies.ANSWERED && mayAsk(live, false, now)) {
            effects.add(new Effect.AskSession(live.session()));
        }
        int level = now.since(live.sinceNanos()) >= HELD.toNanos() ? 0 : live.level() + 1;
        Trouble trouble = Trouble.silence(first.assessment().reason());
        Retry retry = Retry.afterSilence(level, live.lastVideoNanos(), trouble);
        return Doubt.since(live.lastVideoNanos(), now.nanos(), first, pursuits.look(retry, c.terms(), now, effects));
    }

    private static Connection recovered(Connection c, Phase.Live live, Doubt doubt, Now now, List<Effect> effects) {
        long silence = doubt.resumedAt().orElseThrow() - doubt.silentSince();
        effects.add(new Effect.Publish(new Recovered(now.moment(), c.terms().cameraId(), millis(silence))));
        closeStandby(doubt, effects);
        if (doubt.pursuit().retry().alarmed()) {
            effects.add(new Effect.AllClear());
        }
        return c.in(live.with(Optional.<Doubt>empty()), now);
    }

    Connection looked(Connection c, Phase.Live live, PathResult result, Now now, List<Effect> effects) {
        if (live.doubt().isEmpty()) {
            return c;
        }
        Doubt doubt = live.doubt().get();
        if (result.reach() == Reach.ANSWERED) {
            if (!doubt.heard() && live.replies() == Phase.Replies.ANSWERED) {
                effects.add(new Effect.AskSession(live.session()));
            }
            doubt = doubt.answered(true);
        }
        Pursuit pursuit = pursuits.looked(doubt.pursuit(), result, beside(c, live, doubt, now), now, effects);
        return settle(c, live, doubt.with(pursuit), now, effects);
    }

    Connection replied(Connection c, Phase.Live live, Input.Reply reply, Now now, List<Effect> effects) {
        boolean answered = reply == Input.Reply.ANSWERED || reply == Input.Reply.SESSION_UNKNOWN;
        if (live.doubt().isEmpty()) {
            return c.in(live.with(answered ? Phase.Replies.ANSWERED : Phase.Replies.NONE), now);
        }
        return answered
                ? settle(
                        c,
                        live.with(Phase.Replies.ANSWERED),
                        live.doubt().get().answered(reply == Input.Reply.ANSWERED),
                        now,
                        effects)
                : c;
    }

    /** The number of the standby session is known, or it holds its first key frame. */
    Connection pursued(Connection c, Phase.Live live, Pursuit pursuit, Now now, List<Effect> effects) {
        return settle(c, live, live.doubt().orElseThrow().with(pursuit), now, effects);
    }

    Connection standbyFailed(Connection c, Phase.Live live, Input.SessionFailed failed, Now now, List<Effect> effects) {
        Doubt doubt = live.doubt().orElseThrow();
        effects.add(new Effect.CloseSession(failed.session()));
        Room room = c.room();
        if (failed.failure().kind() == FailureKind.BUSY) {
            room = room.refused();
        } else if (failed.failure().kind() == FailureKind.ENDED && tellsOfRoom(doubt)) {
            room = room.doubtful();
        }
        Connection known = c.with(room);
        Pursuit pursuit = pursuits.sessionFailed(
                doubt.pursuit(), Trouble.of(failed.failure()), beside(known, live, doubt, now), now, effects);
        return settle(known, live, doubt.with(pursuit), now, effects);
    }

    /** The session itself failed or ended. */
    Connection failed(Connection c, Phase.Live live, Trouble trouble, Now now, List<Effect> effects) {
        boolean said = live.doubt()
                .flatMap(Doubt::verdict)
                .filter(verdict -> verdict == Verdict.LOST)
                .isPresent();
        if (!said) {
            effects.add(new Effect.Publish(
                    new Lost(now.moment(), c.terms().cameraId(), PIPELINE, live.silenceMs(now), trouble.text())));
        }
        if (live.doubt().isPresent()) {
            Doubt doubt = live.doubt().get();
            Connection known = tellsOfRoom(doubt) ? c.with(c.room().doubtful()) : c;
            Pursuit pursuit = doubt.pursuit().with(doubt.pursuit().retry().with(trouble));
            return giveUp(known, live, doubt.with(pursuit), now, effects);
        }
        effects.add(new Effect.CloseSession(live.session()));
        int level = now.since(live.sinceNanos()) >= HELD.toNanos() ? 0 : live.level() + 1;
        Retry retry = Retry.afterSilence(level, live.lastVideoNanos(), trouble);
        return c.terms().autoReconnect()
                ? c.in(new Phase.Seeking(pursuits.afterLoss(retry, c.terms(), now, effects)), now)
                : c.in(new Phase.Resting(retry), now);
    }

    /** A camera that was gone before may have started anew, and then its sessions end for that reason. */
    private static boolean tellsOfRoom(Doubt doubt) {
        return doubt.pursuit().effort() instanceof Effort.Opening opening
                && !opening.cut()
                && !doubt.verdict().equals(Optional.of(Verdict.LOST));
    }

    /** What follows from a suspicion as it stands. */
    private Connection settle(Connection c, Phase.Live live, Doubt doubt, Now now, List<Effect> effects) {
        Doubt judged = verdict(c, live, doubt, now, effects);
        if (judged.pursuit().effort() instanceof Effort.Held held && replaces(live, judged, held, now)) {
            Connection next =
                    activate(c.with(c.room().forTwo()), judged.pursuit().retry(), held, now, effects);
            effects.add(new Effect.CloseSession(live.session()));
            return next;
        }
        if (isToBeGivenUp(c, live, judged, now)) {
            return giveUp(c, live, judged, now, effects);
        }
        Pursuit told = Alarms.after(judged.pursuit(), live.silence(now), c.terms(), effects);
        return c.in(live.with(Optional.of(judged.with(told))), now);
    }

    private Doubt verdict(Connection c, Phase.Live live, Doubt doubt, Now now, List<Effect> effects) {
        if (doubt.verdict().isPresent()) {
            return doubt;
        }
        boolean lasts = live.silence(now) >= longer(VERDICT, doubt.patience()).toNanos()
                && now.since(doubt.sinceNanos()) >= ANSWER.toNanos();
        if (doubt.dead().isEmpty() && !lasts) {
            return doubt;
        }
        Verdict verdict = doubt.due();
        Judgement by = doubt.dead().orElse(doubt.first());
        String reason = doubt.dead()
                .map(judgement -> judgement.assessment().reason())
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        verdict == Verdict.STALLED
                                ? "The camera answers, but has sent no picture for %.1f s."
                                : "No picture for %.1f s, and nothing answers at the camera's address.",
                        live.silence(now) / 1e9));
        String camera = c.terms().cameraId();
        Retry retry = doubt.pursuit().retry().with(Trouble.silence(reason));
        if (verdict == Verdict.STALLED) {
            effects.add(
                    new Effect.Publish(new Stalled(now.moment(), camera, by.strategy(), live.silenceMs(now), reason)));
        } else {
            effects.add(new Effect.Publish(new Lost(now.moment(), camera, by.strategy(), live.silenceMs(now), reason)));
            pursuits.announce(retry, 0, c.terms(), now, effects);
        }
        return doubt.with(doubt.pursuit().with(retry)).with(verdict);
    }

    /** Whether a session that is ready takes the place of the suspected one now. */
    private static boolean replaces(Phase.Live live, Doubt doubt, Effort.Held held, Now now) {
        boolean dead = doubt.sessionUnknown() || isDeadThoughVideoComes(doubt, now);
        return dead
                || live.silence(now) >= resumes(live).toNanos()
                        && now.since(held.sinceNanos()) >= PHOTO_FINISH.toNanos();
    }

    /** A strategy that has seen video come for a while and still holds the session to be dead knows more than that. */
    private static boolean isDeadThoughVideoComes(Doubt doubt, Now now) {
        return doubt.dead().isPresent()
                && doubt.resumedAt().isPresent()
                && now.since(doubt.resumedAt().getAsLong()) >= ANSWER.toNanos();
    }

    private static boolean isToBeGivenUp(Connection c, Phase.Live live, Doubt doubt, Now now) {
        if (doubt.verdict().isEmpty()) {
            return false;
        }
        Duration patience = doubt.verdict().get() == Verdict.STALLED ? STALL_PATIENCE : LOST_PATIENCE;
        if (c.terms().autoReconnect() && !c.standbyAllowed()) {
            patience = doubt.sessionUnknown() ? Duration.ZERO : resumes(live);
        }
        long waited = isDeadThoughVideoComes(doubt, now) ? now.since(doubt.sinceNanos()) : live.silence(now);
        return waited >= patience.toNanos();
    }

    private static Duration resumes(Phase.Live live) {
        return live.transport() == Transport.TCP ? TCP_RESUMES : UDP_RESUMES;
    }

    private Connection giveUp(Connection c, Phase.Live live, Doubt doubt, Now now, List<Effect> effects) {
        Pursuit pursuit = doubt.pursuit();
        if (!c.terms().autoReconnect()) {
            closeStandby(doubt, effects);
            effects.add(new Effect.CloseSession(live.session()));
            return c.in(new Phase.Resting(pursuit.retry()), now);
        }
        if (pursuit.effort() instanceof Effort.Held held) {
            Connection next = activate(c, pursuit.retry(), held, now, effects);
            effects.add(new Effect.CloseSession(live.session()));
            return next;
        }
        effects.add(new Effect.CloseSession(live.session()));
        if (pursuit.effort() instanceof Effort.Looking looking) {
            pursuit = pursuit.with(new Effort.Looking(looking.sinceNanos(), now.nanos()));
        }
        return c.in(new Phase.Seeking(pursuit), now);
    }

    private static PursuitLogic.Place beside(Connection c, Phase.Live live, Doubt doubt, Now now) {
        boolean needed = doubt.dead().isPresent() || live.silence(now) >= FLOWS.toNanos();
        return new PursuitLogic.Place(c.terms(), true, c.standbyAllowed() && needed);
    }

    static void closeStandby(Doubt doubt, List<Effect> effects) {
        doubt.pursuit().effort().openSession().ifPresent(session -> effects.add(new Effect.CloseSession(session)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static long millis(long nanos) {
        return Math.max(0, nanos / 1_000_000);
    }
}
