package org.rnvr.monitor.internal.connection;

import java.util.HashSet;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One episode of suspicion on the active session.
 *
 * @param silentSince arrival of the last media before the episode
 * @param resumedAt arrival of media after that, once there are some
 * @param strategies names of the strategies that were journalled in this episode
 * @param reason of the first of them
 */
record Suspicion(long silentSince, OptionalLong resumedAt, Set<String> strategies, String reason) {
    Suspicion {
        Objects.requireNonNull(resumedAt);
        strategies = Set.copyOf(strategies);
        Objects.requireNonNull(reason);
    }

    static Suspicion since(long lastMediaNanos, Judgement first) {
        return new Suspicion(
                lastMediaNanos,
                OptionalLong.empty(),
                Set.of(first.strategy()),
                first.assessment().reason());
    }

    Suspicion with(String strategy) {
        Set<String> all = new HashSet<>(strategies);
        all.add(strategy);
        return new Suspicion(silentSince, resumedAt, all, reason);
    }

    Suspicion mediaAt(long lastMediaNanos) {
        if (resumedAt.isPresent() || lastMediaNanos - silentSince <= 0) {
            return this;
        }
        return new Suspicion(silentSince, OptionalLong.of(lastMediaNanos), strategies, reason);
    }
}
