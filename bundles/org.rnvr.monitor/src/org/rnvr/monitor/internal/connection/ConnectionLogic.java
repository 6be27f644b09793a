package org.rnvr.monitor.internal.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.event.Connecting;
import org.rnvr.event.Lost;
import org.rnvr.event.Moment;
import org.rnvr.event.Offline;
import org.rnvr.event.Reconnected;
import org.rnvr.event.Reconnecting;
import org.rnvr.event.Streaming;
import org.rnvr.monitor.internal.path.PathResult;
import org.rnvr.monitor.internal.path.PathResult.Reach;

/**
 * The rules of a connection as arithmetic: (connection, input, time) → (connection, effects). It has no clock, no thread and
 * does no input or output; but for the random part of waits, which comes from outside, it is a function.
 */
public final class ConnectionLogic {

    /** Name under which the session itself is journalled as the one that noticed a loss. */
    static final String PIPELINE = "pipeline";

    /** A session that lives this long has held: the next loss starts with short waits again. */
    static final Duration HELD = Duration.ofSeconds(10);

    /** A look that gives no result in this time gives way to an attempt without one. */
    static final Duration LOOK_LIMIT = Duration.ofSeconds(3);

    /** Attempts up to this number are journalled each, later ones at powers of two. */
    static final int JOURNALLED_EACH = 16;

    private final Pace pace;

    /** With a source of numbers from 0 (inclusive) to 1 (exclusive) for the random part of waits. */
    public ConnectionLogic(DoubleSupplier random) {
        pace = new Pace(random);
    }

    /** What follows from an input. */
    public Transition step(Connection connection, Input input, Moment at) {
        List<Effect> effects = new ArrayList<>(0);
        Connection next = next(connection, input, at, effects);
        return new Transition(next, effects);
    }

    private Connection next(Connection c, Input input, Moment at, List<Effect> effects) {
        if (input instanceof Input.Tick) {
            return tick(c, at, effects);
        } else if (input instanceof Input.Observed observed) {
            return observed(c, observed, at, effects);
        } else if (input instanceof Input.Wanted) {
            return wanted(c, at, effects);
        } else if (input instanceof Input.Unwanted unwanted) {
            closeSession(c, effects);
            return c.in(new Phase.Idle(unwanted.why()), at.time());
        } else if (input instanceof Input.TermsChanged changed) {
            return termsChanged(c.with(changed.terms()), at, effects);
        } else if (input instanceof Input.PipelineOpened) {
            Connection open = c.withPipeline(true);
            return c.phase() instanceof Phase.Preparing ? open(open, Retry.FIRST, at, effects) : open;
        } else if (input instanceof Input.PipelineClosed) {
            Connection closed = c.withPipeline(false);
            return c.phase() instanceof Phase.Idle ? closed : closed.in(new Phase.Preparing(Trouble.NONE), at.time());
        } else if (input instanceof Input.PipelineRefused refused) {
            return c.phase() instanceof Phase.Preparing
                    ? c.in(new Phase.Preparing(Trouble.machine(refused.text())), at.time())
                    : c;
        } else if (input instanceof Input.SessionOpened opened) {
            return c.phase() instanceof Phase.Opening opening
                    ? c.in(
                            new Phase.Opening(opening.retry(), opening.sinceNanos(), OptionalLong.of(opened.session())),
                            at.time())
                    : c;
        } else if (input instanceof Input.SessionReady ready) {
            return ready(c, ready, at, effects);
        } else if (input instanceof Input.SessionFailed failed) {
            return failed(c, failed, at, effects);
        } else if (input instanceof Input.PathLooked looked) {
            return looked(c, looked.result(), at, effects);
        }
        throw new IllegalArgumentException("Unknown input " + input);
    }

    private Connection wanted(Connection c, Moment at, List<Effect> effects) {
        Phase phase = c.phase();
        if (phase instanceof Phase.Idle) {
            return c.pipelineOpen()
                    ? open(c, Retry.FIRST, at, effects)
                    : c.in(new Phase.Preparing(Trouble.NONE), at.time());
        } else if (phase instanceof Phase.Resting resting) {
            Retry past = resting.retry();
            return open(c, new Retry(1, 0, past.outageStart(), false, false, past.trouble()), at, effects);
        } else if (phase instanceof Phase.Waiting waiting) {
            return open(c, waiting.retry(), at, effects);
        } else if (phase instanceof Phase.Looking looking) {
            return open(c, looking.retry(), at, effects);
        }
        return c;
    }

    private Connection termsChanged(Connection c, Moment at, List<Effect> effects) {
        if (c.phase() instanceof Phase.Resting resting && c.terms().autoReconnect()) {
            return schedule(c, resting.retry(), at, effects);
        }
        return c;
    }

    private Connection open(Connection c, Retry retry, Moment at, List<Effect> effects) {
        if (journalled(retry) || !retry.sessionBefore()) {
            effects.add(new Effect.Publish(new Connecting(at, c.terms().cameraId(), retry.attempt(), false)));
        }
        effects.add(new Effect.OpenSession());
        return c.in(new Phase.Opening(retry, at.nanos(), OptionalLong.empty()), at.time());
    }

    private Connection tick(Connection c, Moment at, List<Effect> effects) {
        Phase phase = c.phase();
        if (phase instanceof Phase.Waiting waiting && at.nanos() - waiting.dueNanos() >= 0) {
            effects.add(new Effect.LookAtPath());
            return c.in(new Phase.Looking(waiting.retry(), at.nanos()), at.time());
        } else if (phase instanceof Phase.Looking looking && passed(looking.sinceNanos(), LOOK_LIMIT, at)) {
            return open(c, looking.retry(), at, effects);
        } else if (phase instanceof Phase.Opening opening
                && passed(opening.sinceNanos(), c.terms().setUpLimit(), at)) {
            closeSession(c, effects);
            Trouble trouble = Trouble.silence("No picture came within "
                    + c.terms().setUpLimit().toSeconds() + " s after the session was asked for.");
            return attemptFailed(c, opening.retry(), true, trouble, at, effects);
        }
        return c;
    }

    private static boolean passed(long sinceNanos, Duration limit, Moment at) {
        return at.nanos() - sinceNanos >= limit.toNanos();
    }

    private Connection looked(Connection c, PathResult result, Moment at, List<Effect> effects) {
        if (!(c.phase() instanceof Phase.Looking looking)) {
            return c;
        }
        return result.reach() == Reach.UNREACHABLE
                ? attemptFailed(c, looking.retry(), false, Trouble.silence(result.text()), at, effects)
                : open(c, looking.retry(), at, effects);
    }

    private Connection ready(Connection c, Input.SessionReady ready, Moment at, List<Effect> effects) {
        if (!(c.phase() instanceof Phase.Opening opening) || !opening.opens(ready.session())) {
            return c;
        }
        String camera = c.terms().cameraId();
        long firstFrame = ready.at().nanos();
        effects.add(new Effect.Activate(ready.session()));
        effects.add(new Effect.Publish(new Streaming(
                at,
                camera,
                ready.session(),
                ready.media().videoCodec(),
                ready.media().width(),
                ready.media().height(),
                ready.media().transport().name().toLowerCase(Locale.ROOT),
                millis(firstFrame - opening.sinceNanos()))));
        opening.retry()
                .outageStart()
                .ifPresent(lastFrame -> effects.add(new Effect.Publish(
                        new Reconnected(at, camera, ready.session(), millis(firstFrame - lastFrame)))));
        return c.in(
                new Phase.Live(
                        ready.session(),
                        at.nanos(),
                        opening.retry().level(),
                        firstFrame,
                        firstFrame,
                        Optional.empty(),
                        Map.of()),
                at.time());
    }

    private Connection failed(Connection c, Input.SessionFailed failed, Moment at, List<Effect> effects) {
        Trouble trouble = Trouble.of(failed.failure());
        if (c.phase() instanceof Phase.Opening opening && opening.opens(failed.session())) {
            closeSession(c, effects);
            return attemptFailed(c, opening.retry(), true, trouble, at, effects);
        } else if (c.phase() instanceof Phase.Live live && live.session() == failed.session()) {
            return lose(c, live, PIPELINE, trouble, at, effects);
        }
        return c;
    }

    private Connection observed(Connection c, Input.Observed observed, Moment at, List<Effect> effects) {
        if (!(c.phase() instanceof Phase.Live before) || before.session() != observed.session()) {
            return c;
        }
        Phase.Live live = LiveLogic.mediaSeen(before, observed);
        for (Judgement judgement : observed.judgements()) {
            if (judgement.assessment().grade() == Grade.DEAD) {
                Trouble trouble = Trouble.silence(judgement.assessment().reason());
                return lose(c, live, judgement.strategy(), trouble, at, effects);
            }
        }
        return c.in(LiveLogic.judge(live, c.terms().cameraId(), observed.judgements(), at, effects), at.time());
    }

    private Connection lose(
            Connection c, Phase.Live live, String strategy, Trouble trouble, Moment at, List<Effect> effects) {
        effects.add(new Effect.Publish(
                new Lost(at, c.terms().cameraId(), strategy, live.silenceMs(at.nanos()), trouble.text())));
        closeSession(c, effects);
        int level = passed(live.sinceNanos(), HELD, at) ? 0 : live.level() + 1;
        Retry retry = Retry.afterLoss(level, OptionalLong.of(live.lastVideoNanos()), trouble);
        return c.terms().autoReconnect() ? schedule(c, retry, at, effects) : c.in(new Phase.Resting(retry), at.time());
    }

    private Connection attemptFailed(
            Connection c, Retry retry, boolean gotSession, Trouble trouble, Moment at, List<Effect> effects) {
        int limit = c.terms().maxAttempts();
        boolean again = c.terms().autoReconnect();
        boolean offline = retry.offline() || !again || limit > 0 && retry.attempt() >= limit;
        if (offline && !retry.offline()) {
            effects.add(new Effect.Publish(new Offline(at, c.terms().cameraId(), retry.attempt())));
        }
        Retry next = retry.next(gotSession, offline, trouble);
        return again ? schedule(c, next, at, effects) : c.in(new Phase.Resting(next), at.time());
    }

    private Connection schedule(Connection c, Retry retry, Moment at, List<Effect> effects) {
        long wait = pace.waitBefore(retry, c.terms().longestWait());
        if (journalled(retry)) {
            effects.add(new Effect.Publish(new Reconnecting(at, c.terms().cameraId(), retry.attempt(), millis(wait))));
        }
        return c.in(new Phase.Waiting(retry, at.nanos() + wait), at.time());
    }

    private static void closeSession(Connection c, List<Effect> effects) {
        if (c.phase() instanceof Phase.Live live) {
            effects.add(new Effect.CloseSession(live.session()));
        } else if (c.phase() instanceof Phase.Opening opening) {
            opening.session().ifPresent(session -> effects.add(new Effect.CloseSession(session)));
        }
    }

    private static boolean journalled(Retry retry) {
        int attempt = retry.attempt();
        return !retry.offline() && attempt <= JOURNALLED_EACH || Integer.bitCount(attempt) == 1;
    }

    private static long millis(long nanos) {
        return Math.max(0, nanos / 1_000_000);
    }
}
