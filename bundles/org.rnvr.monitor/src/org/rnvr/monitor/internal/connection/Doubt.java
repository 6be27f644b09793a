package org.rnvr.monitor.internal.connection;

import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One episode of suspicion on the active session.
 *
 * @param silentSince arrival of the last video before the episode
 * @param sinceNanos when it began
 * @param resumedAt arrival of video after that, once there is some
 * @param strategies names of the strategies that were journalled in this episode
 * @param first what the first of them said
 * @param patience silence that the strategies grant
 * @param dead what a strategy says that holds the session to be dead
 * @param heard whether the camera answered anything since the episode began
 * @param sessionUnknown whether the camera said that it does not know the session
 * @param verdict what became of it, once that is known
 * @param pursuit what is being done to get another session
 */
record Doubt(
        long silentSince,
        long sinceNanos,
        OptionalLong resumedAt,
        Set<String> strategies,
        Judgement first,
        Duration patience,
        Optional<Judgement> dead,
        boolean heard,
        boolean sessionUnknown,
        Optional<Verdict> verdict,
        Pursuit pursuit) {

    Doubt {
        Objects.requireNonNull(resumedAt);
        strategies = Set.copyOf(strategies);
        Objects.requireNonNull(first);
        Objects.requireNonNull(patience);
        Objects.requireNonNull(dead);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(pursuit);
    }

    /** An episode that begins. */
    static Doubt since(long lastVideoNanos, long nowNanos, Judgement first, Pursuit pursuit) {
        return new Doubt(
                lastVideoNanos,
                nowNanos,
                OptionalLong.empty(),
                Set.of(),
                first,
                first.assessment().patience(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                pursuit);
    }

    Doubt journalled(String strategy) {
        Set<String> all = new HashSet<>(strategies);
        all.add(strategy);
        return new Doubt(
                silentSince,
                sinceNanos,
                resumedAt,
                all,
                first,
                patience,
                dead,
                heard,
                sessionUnknown,
                verdict,
                pursuit);
    }

    Doubt judged(Duration granted, Optional<Judgement> saysDead) {
        if (granted.equals(patience) && saysDead.equals(dead)) {
            return this;
        }
        return new Doubt(
                silentSince,
                sinceNanos,
                resumedAt,
                strategies,
                first,
                granted,
                saysDead,
                heard,
                sessionUnknown,
                verdict,
                pursuit);
    }

    Doubt videoAt(long lastVideoNanos) {
        if (resumedAt.isPresent() || lastVideoNanos - silentSince <= 0) {
            return this;
        }
        return new Doubt(
                silentSince,
                sinceNanos,
                OptionalLong.of(lastVideoNanos),
                strategies,
                first,
                patience,
                dead,
                heard,
                sessionUnknown,
                verdict,
                pursuit);
    }

    Doubt answered(boolean knowsSession) {
        return new Doubt(
                silentSince,
                sinceNanos,
                resumedAt,
                strategies,
                first,
                patience,
                dead,
                true,
                sessionUnknown || !knowsSession,
                verdict,
                pursuit);
    }

    Doubt with(Verdict found) {
        return new Doubt(
                silentSince,
                sinceNanos,
                resumedAt,
                strategies,
                first,
                patience,
                dead,
                heard,
                sessionUnknown,
                Optional.of(found),
                pursuit);
    }

    Doubt with(Pursuit next) {
        return new Doubt(
                silentSince,
                sinceNanos,
                resumedAt,
                strategies,
                first,
                patience,
                dead,
                heard,
                sessionUnknown,
                verdict,
                next);
    }

    /** Whether the camera answered nothing. */
    Verdict due() {
        return heard ? Verdict.STALLED : Verdict.LOST;
    }
}
