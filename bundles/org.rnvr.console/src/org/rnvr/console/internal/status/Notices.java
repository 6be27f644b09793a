package org.rnvr.console.internal.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.rnvr.event.Moment;

/**
 * Decides what the desktop is told of alerts: what begins within a moment is one notice, notices keep a distance, and one
 * is withdrawn when all that it told is over. Arithmetic on the times at which it is looked. For one thread.
 */
final class Notices {

    /** So long it is waited for others that begin with the first. */
    static final Duration GATHERING = Duration.ofSeconds(2);

    /** So far apart are two notices; what begins meanwhile is told in the second. */
    static final Duration DISTANCE = Duration.ofSeconds(15);

    /** What is to be done on the desktop. */
    sealed interface Effect {

        /**
         * A notice appears.
         *
         * @param id names it in its withdrawal
         * @param alerts what it tells
         */
        record Show(long id, List<LastingAlert> alerts) implements Effect {
            public Show {
                alerts = List.copyOf(alerts);
            }
        }

        /**
         * A notice disappears.
         *
         * @param id the one that appeared by it
         */
        record Withdraw(long id) implements Effect {}
    }

    private final Map<Trouble.Key, LastingAlert> pending = new LinkedHashMap<>();
    private final Map<Long, Set<Trouble.Key>> shown = new LinkedHashMap<>();
    private long pendingNanos;
    private OptionalLong shownNanos = OptionalLong.empty();
    private long latestId;

    /** Takes what changed since the look before, which may be nothing. */
    List<Effect> look(Lasting.Changes changes, Moment at) {
        List<Effect> effects = new ArrayList<>();
        changes.ended().forEach(alert -> end(alert.trouble().key(), effects));
        if (pending.isEmpty()) {
            pendingNanos = at.nanos();
        }
        changes.begun().forEach(alert -> pending.put(alert.trouble().key(), alert));
        if (!pending.isEmpty() && isTime(at)) {
            latestId++;
            effects.add(new Effect.Show(latestId, List.copyOf(pending.values())));
            shown.put(latestId, new LinkedHashSet<>(pending.keySet()));
            pending.clear();
            shownNanos = OptionalLong.of(at.nanos());
        }
        return effects;
    }

    /** Nobody looks any more: every notice disappears. */
    List<Effect> end() {
        List<Effect> effects = new ArrayList<>();
        shown.keySet().forEach(id -> effects.add(new Effect.Withdraw(id)));
        shown.clear();
        pending.clear();
        return effects;
    }

    private void end(Trouble.Key key, List<Effect> effects) {
        pending.remove(key);
        shown.entrySet().removeIf(notice -> {
            boolean over = notice.getValue().remove(key) && notice.getValue().isEmpty();
            if (over) {
                effects.add(new Effect.Withdraw(notice.getKey()));
            }
            return over;
        });
    }

    private boolean isTime(Moment at) {
        return at.nanos() - pendingNanos >= GATHERING.toNanos()
                && (shownNanos.isEmpty() || at.nanos() - shownNanos.getAsLong() >= DISTANCE.toNanos());
    }
}
