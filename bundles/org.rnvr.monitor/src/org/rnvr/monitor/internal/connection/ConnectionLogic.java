package org.rnvr.monitor.internal.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The rules of a connection as arithmetic: (connection, input, time) → (connection, effects). It has no clock, no thread and
 * does no input or output; but for the random part of waits, which comes from outside, it is a function.
 */
public final class ConnectionLogic {

    private final PursuitLogic pursuits;
    private final LiveLogic lives;

    /** With a source of numbers from 0 (inclusive) to 1 (exclusive) for the random part of waits. */
    public ConnectionLogic(DoubleSupplier random) {
        pursuits = new PursuitLogic(new Pace(random));
        lives = new LiveLogic(pursuits);
    }

    /** What follows from an input. */
    public Transition step(Connection connection, Input input, Now now) {
        List<Effect> effects = new ArrayList<>(0);
        Connection next = next(connection, input, now, effects);
        return new Transition(next, effects);
    }

    private Connection next(Connection c, Input input, Now now, List<Effect> effects) {
        if (input instanceof Input.Tick) {
            return tick(c, now, effects);
        } else if (input instanceof Input.Observed observed) {
            return c.phase() instanceof Phase.Live live && live.session() == observed.session()
                    ? lives.observed(c, live, observed, now, effects)
                    : c;
        } else if (input instanceof Input.PathLooked looked) {
            return looked(c, looked, now, effects);
        } else if (input instanceof Input.Replied replied) {
            return c.phase() instanceof Phase.Live live && live.session() == replied.session()
                    ? lives.replied(c, live, replied.reply(), now, effects)
                    : c;
        } else if (input instanceof Input.SessionOpened opened) {
            return pursued(c, now, effects, pursuit -> pursuits.opened(pursuit, opened.session()));
        } else if (input instanceof Input.SessionReady ready) {
            return pursued(c, now, effects, pursuit -> pursuits.ready(pursuit, ready, now));
        } else if (input instanceof Input.SessionFailed failed) {
            return failed(c, failed, now, effects);
        } else if (input instanceof Input.Wanted) {
            return wanted(c, now, effects);
        } else if (input instanceof Input.Unwanted unwanted) {
            closeSessions(c, effects);
            return c.in(new Phase.Idle(unwanted.why()), now);
        } else if (input instanceof Input.TermsChanged changed) {
            return termsChanged(c.with(changed.terms()), now, effects);
        } else if (input instanceof Input.PipelineOpened) {
            Connection open = c.withPipeline(true);
            return c.phase() instanceof Phase.Preparing ? open(open, Retry.first(now.nanos()), now, effects) : open;
        } else if (input instanceof Input.PipelineClosed) {
            Connection closed = c.withPipeline(false);
            return c.phase() instanceof Phase.Idle ? closed : closed.in(new Phase.Preparing(Trouble.NONE), now);
        } else if (input instanceof Input.PipelineRefused refused) {
            return c.phase() instanceof Phase.Preparing
                    ? c.in(new Phase.Preparing(Trouble.machine(refused.text())), now)
                    : c;
        }
        throw new IllegalArgumentException("Unknown input " + input);
    }

    private Connection tick(Connection c, Now now, List<Effect> effects) {
        if (c.phase() instanceof Phase.Live live) {
            return lives.tick(c, live, now, effects);
        } else if (c.phase() instanceof Phase.Seeking seeking) {
            Pursuit pursuit = pursuits.tick(seeking.pursuit(), alone(c), now, effects);
            return sought(c, pursuit, now, effects);
        }
        return c;
    }

    private Connection looked(Connection c, Input.PathLooked looked, Now now, List<Effect> effects) {
        if (c.phase() instanceof Phase.Live live) {
            return lives.looked(c, live, looked.result(), now, effects);
        } else if (c.phase() instanceof Phase.Seeking seeking) {
            Pursuit pursuit = pursuits.looked(seeking.pursuit(), looked.result(), alone(c), now, effects);
            return sought(c, pursuit, now, effects);
        }
        return c;
    }

    /** A step of a pursuit, wherever it takes place. */
    private interface Step {
        Pursuit of(Pursuit pursuit);
    }

    private Connection pursued(Connection c, Now now, List<Effect> effects, Step step) {
        if (c.phase() instanceof Phase.Seeking seeking) {
            return sought(c, step.of(seeking.pursuit()), now, effects);
        } else if (c.phase() instanceof Phase.Live live && live.doubt().isPresent()) {
            return lives.pursued(c, live, step.of(live.doubt().get().pursuit()), now, effects);
        }
        return c;
    }

    private Connection failed(Connection c, Input.SessionFailed failed, Now now, List<Effect> effects) {
        if (c.phase() instanceof Phase.Live live) {
            if (live.session() == failed.session()) {
                return lives.failed(c, live, Trouble.of(failed.failure()), now, effects);
            }
            return live.doubt()
                            .filter(doubt -> pursues(doubt.pursuit(), failed))
                            .isPresent()
                    ? lives.standbyFailed(c, live, failed, now, effects)
                    : c;
        } else if (c.phase() instanceof Phase.Seeking seeking && pursues(seeking.pursuit(), failed)) {
            effects.add(new Effect.CloseSession(failed.session()));
            Pursuit pursuit =
                    pursuits.sessionFailed(seeking.pursuit(), Trouble.of(failed.failure()), alone(c), now, effects);
            return sought(c, pursuit, now, effects);
        }
        return c;
    }

    private static boolean pursues(Pursuit pursuit, Input.SessionFailed failed) {
        return pursuit.effort().openSession().stream().anyMatch(session -> session == failed.session());
    }

    private Connection wanted(Connection c, Now now, List<Effect> effects) {
        if (c.phase() instanceof Phase.Idle) {
            return c.pipelineOpen()
                    ? open(c, Retry.first(now.nanos()), now, effects)
                    : c.in(new Phase.Preparing(Trouble.NONE), now);
        } else if (c.phase() instanceof Phase.Resting resting) {
            return open(c, resting.retry().again(), now, effects);
        } else if (c.phase() instanceof Phase.Seeking seeking
                && !(seeking.pursuit().effort() instanceof Effort.Opening)) {
            return open(c, seeking.pursuit().retry(), now, effects);
        }
        return c;
    }

    private Connection termsChanged(Connection c, Now now, List<Effect> effects) {
        if (c.phase() instanceof Phase.Resting resting && c.terms().autoReconnect()) {
            return c.in(new Phase.Seeking(pursuits.afterLoss(resting.retry(), c.terms(), now, effects)), now);
        }
        return c;
    }

    private Connection open(Connection c, Retry retry, Now now, List<Effect> effects) {
        return c.in(new Phase.Seeking(pursuits.open(retry, alone(c), now, effects)), now);
    }

    private Connection sought(Connection c, Pursuit pursuit, Now now, List<Effect> effects) {
        if (pursuit.effort() instanceof Effort.Held held) {
            return lives.activate(c, pursuit.retry(), held, now, effects);
        }
        Pursuit told = Alarms.after(pursuit, now.since(pursuit.retry().sinceNanos()), c.terms(), effects);
        if (!c.terms().autoReconnect() && told.retry().offline()) {
            return c.in(new Phase.Resting(told.retry()), now);
        }
        return c.in(new Phase.Seeking(told), now);
    }

    private static PursuitLogic.Place alone(Connection c) {
        return new PursuitLogic.Place(c.terms(), false, true);
    }

    private static void closeSessions(Connection c, List<Effect> effects) {
        if (c.phase() instanceof Phase.Live live) {
            live.doubt().ifPresent(doubt -> LiveLogic.closeStandby(doubt, effects));
            effects.add(new Effect.CloseSession(live.session()));
        } else if (c.phase() instanceof Phase.Seeking seeking) {
            seeking.pursuit()
                    .effort()
                    .openSession()
                    .ifPresent(session -> effects.add(new Effect.CloseSession(session)));
        }
    }
}
