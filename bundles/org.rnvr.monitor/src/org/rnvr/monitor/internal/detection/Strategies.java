package org.rnvr.monitor.internal.detection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.rnvr.event.Alert;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.StrategyAdded;
import org.rnvr.event.StrategyRemoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of the installed strategies act, and the work of each. On the monitor's lane only. */
public final class Strategies {

    private static final Logger LOG = LoggerFactory.getLogger(Strategies.class);

    private static final Comparator<InstalledStrategy> BEST_FIRST =
            Comparator.comparingInt(InstalledStrategy::ranking).reversed().thenComparingLong(InstalledStrategy::id);

    /** How often an hour a strategy that blocked comes back: one whose fault it is would do so again and again. */
    private static final int RETURNS_MAX = 3;

    private static final long RETURNS_NANOS = Duration.ofHours(1).toNanos();

    private final Map<Long, StrategyWork> installed = new HashMap<>();
    private final Map<Long, InstalledStrategy> blocked = new HashMap<>();
    private final Map<Long, Deque<Long>> returns = new HashMap<>();
    private final List<StrategyWork> leaving = new ArrayList<>();
    private final Function<String, ExecutorService> threads;
    private final Executor lane;
    private final Supplier<Moment> clock;
    private final Consumer<RnvrEvent> journal;
    private Predicate<String> wanted = name -> true;
    private Map<String, StrategyWork> acting = new TreeMap<>();
    private long generation;

    /**
     * Of no strategy yet.
     *
     * @param threads makes the thread of the strategy of this name
     * @param lane the monitor's lane
     * @param clock the time now
     * @param journal where comings and goings are journalled
     */
    public Strategies(
            Function<String, ExecutorService> threads,
            Executor lane,
            Supplier<Moment> clock,
            Consumer<RnvrEvent> journal) {
        this.threads = Objects.requireNonNull(threads);
        this.lane = Objects.requireNonNull(lane);
        this.clock = Objects.requireNonNull(clock);
        this.journal = Objects.requireNonNull(journal);
    }

    /** The strategies that act, one a name, in the order of their names. */
    public Collection<InstalledStrategy> acting() {
        return acting.values().stream().map(StrategyWork::strategy).toList();
    }

    Collection<StrategyWork> work() {
        return acting.values();
    }

    /** Rises whenever other strategies act than before. */
    public long generation() {
        return generation;
    }

    /** A strategy came. */
    public void add(InstalledStrategy strategy) {
        installed.put(
                strategy.id(),
                new StrategyWork(strategy, threads.apply(strategy.name()), lane, this::cutOff, this::comeBack));
        settle();
    }

    /** A strategy went. */
    public void remove(long id) {
        blocked.remove(id);
        returns.remove(id);
        StrategyWork work = installed.remove(id);
        if (work != null) {
            work.leave();
            leaving.add(work);
            settle();
        }
    }

    /** Which names shall act. */
    public void want(Predicate<String> names) {
        wanted = names;
        settle();
    }

    /** Time passed. */
    public void tick() {
        List.copyOf(installed.values()).forEach(StrategyWork::tick);
        List.copyOf(leaving).forEach(StrategyWork::tick);
    }

    /** Lets every strategy see what there is to be seen. */
    public void flush() {
        List.copyOf(installed.values()).forEach(StrategyWork::flush);
        leaving.forEach(StrategyWork::flush);
        leaving.removeIf(StrategyWork::isOver);
    }

    /** Ends all work at once. */
    public void end() {
        installed.values().forEach(StrategyWork::abandon);
        leaving.forEach(StrategyWork::abandon);
        blocked.clear();
    }

    private void cutOff(InstalledStrategy strategy, String text, Throwable cause) {
        StrategyWork work = installed.remove(strategy.id());
        Optional.ofNullable(work)
                .or(() -> leaving.stream()
                        .filter(other -> other.strategy().equals(strategy))
                        .findFirst())
                .ifPresent(StrategyWork::abandon);
        boolean comesBack = work != null && work.isBlocked() && mayComeBack(strategy.id());
        if (comesBack) {
            blocked.put(strategy.id(), strategy);
        }
        String what = "Strategy " + strategy.name() + " of " + strategy.bundle() + " " + strategy.version() + " " + text
                + (comesBack ? " and is cut off until it goes on." : " and is cut off until it is registered again.");
        LOG.error(what, cause);
        journal.accept(new Alert(clock.get(), Optional.empty(), "strategy", what));
        settle();
    }

    private boolean mayComeBack(long id) {
        long now = clock.get().nanos();
        Deque<Long> before = returns.computeIfAbsent(id, other -> new ArrayDeque<>());
        before.removeIf(then -> now - then > RETURNS_NANOS);
        if (before.size() == RETURNS_MAX) {
            return false;
        }
        before.add(now);
        return true;
    }

    /** It blocked, perhaps because this machine was too busy for it, and goes on. */
    private void comeBack(InstalledStrategy strategy) {
        if (blocked.remove(strategy.id()) != null) {
            add(strategy);
        }
    }

    private void settle() {
        Map<String, StrategyWork> next = new TreeMap<>();
        installed.values().stream()
                .filter(work -> wanted.test(work.strategy().name()))
                .sorted(Comparator.comparing(StrategyWork::strategy, BEST_FIRST))
                .forEach(work -> next.putIfAbsent(work.strategy().name(), work));
        List<InstalledStrategy> before = List.copyOf(acting());
        acting = next;
        List<InstalledStrategy> after = List.copyOf(acting());
        if (!before.equals(after)) {
            generation++;
        }
        Moment at = clock.get();
        before.stream()
                .filter(old -> !after.contains(old))
                .forEach(old -> journal.accept(new StrategyRemoved(at, old.name(), old.bundle(), old.version())));
        after.stream()
                .filter(fresh -> !before.contains(fresh))
                .forEach(fresh -> journal.accept(new StrategyAdded(at, fresh.name(), fresh.bundle(), fresh.version())));
    }
}
