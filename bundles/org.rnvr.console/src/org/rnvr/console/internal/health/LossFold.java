package org.rnvr.console.internal.health;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rnvr.console.internal.health.Loss.Cause;
import org.rnvr.console.internal.health.Loss.Ending;
import org.rnvr.journal.JournalEntry;

/**
 * Makes losses out of what the journal says of one camera and of the recorder itself, in the order of writing. A loss begins
 * with a verdict, or with a suspicion that a new session answered; a suspicion that passes is none.
 */
final class LossFold {

    /** The kinds of entries that matter. */
    static final Set<String> EVENTS = Set.of(
            "suspect",
            "stalled",
            "lost",
            "recovered",
            "streaming",
            "reconnected",
            "offline",
            "gap",
            "started",
            "stopped");

    /** The recorder's last frame and the monitor's differ by no more than this. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final Deque<Loss> ended = new ArrayDeque<>();
    private final List<Instant> passed = new ArrayList<>();
    private Optional<Loss> open = Optional.empty();

    /** Takes in what was written next. */
    void take(JournalEntry entry) {
        switch (entry.event()) {
            case "suspect" -> open = open.or(() -> Optional.of(begun(entry, Cause.SUSPECT)));
            case "stalled" -> judge(entry, Cause.STALLED);
            case "lost" -> judge(entry, Cause.LOST);
            case "offline" -> open = open.map(loss -> loss.ended(Ending.OFFLINE, Optional.empty()));
            case "recovered" -> recover(entry);
            case "streaming" -> end(Ending.STARTED_ANEW, Optional.empty());
            case "reconnected" -> reconnect(length(entry, "outage_ms"));
            case "gap" -> lack(entry);
            case "stopped" -> leave(entry);
            case "started" -> leave(Optional.empty());
            default -> {
                // of another kind, or a later version
            }
        }
    }

    /** All up to now. */
    LossHistory history() {
        List<Loss> losses = new ArrayList<>();
        open.filter(loss -> loss.cause() != Cause.SUSPECT).ifPresent(losses::add);
        losses.addAll(ended);
        return new LossHistory(losses, passed);
    }

    private void judge(JournalEntry entry, Cause verdict) {
        open = open.filter(loss -> loss.cause() != Cause.SUSPECT)
                .map(loss -> loss.judged(verdict))
                .or(() -> Optional.of(begun(entry, verdict)));
    }

    private static Loss begun(JournalEntry entry, Cause cause) {
        Duration silence = length(entry, "silence_ms").orElse(Duration.ZERO);
        return new Loss(
                entry.at().time().minus(silence),
                cause,
                entry.field("strategy").orElse(""),
                entry.field("reason").orElse(""),
                silence,
                Ending.ONGOING,
                Optional.empty(),
                Duration.ZERO);
    }

    private void recover(JournalEntry entry) {
        if (open.filter(loss -> loss.cause() == Cause.SUSPECT).isPresent()) {
            passed.add(entry.at().time());
            open = Optional.empty();
        } else {
            end(Ending.RECOVERED, length(entry, "silence_ms"));
        }
    }

    /** A session that takes over is told twice: first that it streams, then what it took the place of. */
    private void reconnect(Optional<Duration> outage) {
        if (open.isPresent()) {
            end(Ending.RECONNECTED, outage);
        } else if (!ended.isEmpty() && ended.getFirst().ending() == Ending.STARTED_ANEW) {
            ended.addFirst(ended.removeFirst().ended(Ending.RECONNECTED, outage));
        }
    }

    private void leave(JournalEntry stopped) {
        leave(open.map(loss -> Duration.between(loss.since(), stopped.at().time())));
    }

    private void leave(Optional<Duration> outage) {
        open = open.filter(loss -> loss.cause() != Cause.SUSPECT);
        end(Ending.RECORDER_ENDED, outage);
    }

    private void end(Ending how, Optional<Duration> outage) {
        open.ifPresent(loss -> ended.addFirst(loss.ended(how, outage)));
        open = Optional.empty();
    }

    private void lack(JournalEntry gap) {
        Optional<Instant> from = time(gap, "from");
        Optional<Instant> to = time(gap, "to");
        if (ended.isEmpty()
                || from.isEmpty()
                || to.isEmpty()
                || !gap.field("cause").equals(Optional.of("loss"))) {
            return;
        }
        Loss newest = ended.getFirst();
        if (!newest.since().isBefore(from.get().minus(TOLERANCE))
                && newest.since().isBefore(to.get())) {
            ended.addFirst(ended.removeFirst().lacking(Duration.between(from.get(), to.get())));
        }
    }

    private static Optional<Duration> length(JournalEntry entry, String name) {
        return entry.number(name).stream().mapToObj(Duration::ofMillis).findFirst();
    }

    private static Optional<Instant> time(JournalEntry entry, String name) {
        try {
            return entry.field(name).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty(); // of another version
        }
    }
}
