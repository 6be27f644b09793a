package org.rnvr.monitor.internal.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.StrategyAdded;
import org.rnvr.event.StrategyRemoved;

/** Which of the installed strategies act. On the monitor's lane only. */
public final class Strategies {

    private static final Comparator<InstalledStrategy> BEST_FIRST =
            Comparator.comparingInt(InstalledStrategy::ranking).reversed().thenComparingLong(InstalledStrategy::id);

    private final Map<Long, InstalledStrategy> installed = new HashMap<>();
    private final Consumer<RnvrEvent> journal;
    private Predicate<String> wanted = name -> true;
    private Map<String, InstalledStrategy> acting = new TreeMap<>();
    private long generation;

    /** With where comings and goings are journalled. */
    public Strategies(Consumer<RnvrEvent> journal) {
        this.journal = Objects.requireNonNull(journal);
    }

    /** The strategies that act, one a name, in the order of their names. */
    public Collection<InstalledStrategy> acting() {
        return List.copyOf(acting.values());
    }

    /** Rises whenever other strategies act than before. */
    public long generation() {
        return generation;
    }

    /** A strategy came. */
    public void add(InstalledStrategy strategy, Moment at) {
        installed.put(strategy.id(), strategy);
        settle(at);
    }

    /** A strategy went, or is cut off until it comes again. */
    public void remove(long id, Moment at) {
        if (installed.remove(id) != null) {
            settle(at);
        }
    }

    /** Which names shall act. */
    public void want(Predicate<String> names, Moment at) {
        wanted = names;
        settle(at);
    }

    private void settle(Moment at) {
        Map<String, InstalledStrategy> next = new TreeMap<>();
        installed.values().stream()
                .filter(strategy -> wanted.test(strategy.name()))
                .sorted(BEST_FIRST)
                .forEach(strategy -> next.putIfAbsent(strategy.name(), strategy));
        List<InstalledStrategy> gone = new ArrayList<>(acting.values());
        gone.removeAll(next.values());
        List<InstalledStrategy> come = new ArrayList<>(next.values());
        come.removeAll(acting.values());
        acting = next;
        if (!gone.isEmpty() || !come.isEmpty()) {
            generation++;
        }
        gone.forEach(old -> journal.accept(new StrategyRemoved(at, old.name(), old.bundle(), old.version())));
        come.forEach(fresh -> journal.accept(new StrategyAdded(at, fresh.name(), fresh.bundle(), fresh.version())));
    }
}
