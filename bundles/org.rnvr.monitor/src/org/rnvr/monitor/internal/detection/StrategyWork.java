package org.rnvr.monitor.internal.detection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Probe;

/**
 * All that one strategy has to do, on a thread of its own, so that one that blocks holds up nothing but itself. What the
 * monitor has to show is handed over in one batch a tick. On the monitor's lane, but for what it hands over.
 */
final class StrategyWork {

    /** Ticks that a batch may take. Counted in ticks, not in time, which also passes when this machine stands still. */
    static final int TICKS_MAX = 10;

    /** Ticks that a batch may take when this machine gives it no time. What reads from a slow place looks the same. */
    static final int TICKS_STARVED_MAX = 100;

    /** What a strategy did that no strategy may. */
    interface Complaint {
        void about(InstalledStrategy strategy, String text, Throwable cause);
    }

    private final InstalledStrategy strategy;
    private final ExecutorService thread;
    private final Executor lane;
    private final Complaint complaint;
    private final Consumer<InstalledStrategy> returned;
    private final Map<String, FloodGuard> guards = new HashMap<>();
    private final BatchTime time = new BatchTime();
    private List<Call> inbox = new ArrayList<>();
    private int watching;
    private boolean busy;
    private int ticksBusy;
    private int ticksPassed;
    private boolean blocked;
    private boolean over;
    private boolean leaving;

    /**
     * Of a strategy that came.
     *
     * @param thread runs what it has to do, one batch after the other; ended with it
     * @param lane the monitor's lane
     * @param complaint told of misbehaviour, on the lane; the strategy is to be cut off
     * @param returned told, on the lane, when a strategy that was complained of as blocked has done its batch after all
     */
    StrategyWork(
            InstalledStrategy strategy,
            ExecutorService thread,
            Executor lane,
            Complaint complaint,
            Consumer<InstalledStrategy> returned) {
        this.strategy = Objects.requireNonNull(strategy);
        this.thread = Objects.requireNonNull(thread);
        this.lane = Objects.requireNonNull(lane);
        this.complaint = Objects.requireNonNull(complaint);
        this.returned = Objects.requireNonNull(returned);
    }

    /** Something to do with a detector, on the strategy's thread. */
    private sealed interface Call {
        Watcher watcher();

        record Open(Watcher watcher) implements Call {}

        record Show(Watcher watcher, Observation observation) implements Call {}

        record Close(Watcher watcher) implements Call {}
    }

    /** What a batch came to for one detector. */
    private static final class Outcome {
        private Assessment assessment = Assessment.HEALTHY;
        private final Set<Probe> asked = EnumSet.noneOf(Probe.class);
        private long nanos;
    }

    private record Failure(Watcher watcher, Throwable cause) {}

    InstalledStrategy strategy() {
        return strategy;
    }

    /** What bounds this strategy on a camera: it outlives sessions, since a strategy can have them replaced without end. */
    FloodGuard guard(String cameraId, long nanos) {
        return guards.computeIfAbsent(cameraId, id -> new FloodGuard(nanos));
    }

    void open(Watcher watcher) {
        watching++;
        add(new Call.Open(watcher));
    }

    void show(Watcher watcher, Observation observation) {
        add(new Call.Show(watcher, observation));
    }

    void close(Watcher watcher) {
        watching--;
        watcher.close();
        add(new Call.Close(watcher));
    }

    private void add(Call call) {
        if (!over) {
            inbox.add(call);
        }
    }

    /** Time passed; complains if the batch before is still not done. */
    void tick() {
        if (!busy || over) {
            return;
        }
        ticksBusy++;
        ticksPassed += time.passed() ? 1 : 0;
        if (ticksPassed > TICKS_MAX || ticksBusy > TICKS_STARVED_MAX) {
            blocked = true;
            complaint.about(strategy, "blocks its detectors' thread", null);
        }
    }

    /** Hands over what has come together, unless the batch before is still not done. */
    void flush() {
        if (over || busy) {
            return;
        }
        if (inbox.isEmpty()) {
            if (leaving && watching == 0) {
                over = true;
                thread.shutdown();
            }
            return;
        }
        List<Call> batch = inbox;
        inbox = new ArrayList<>(batch.size());
        busy = true;
        ticksBusy = 0;
        ticksPassed = 0;
        time.handOver();
        thread.execute(() -> run(batch));
    }

    /** The strategy went: ends once its detectors are closed, which those who opened them see to. */
    void leave() {
        leaving = true;
    }

    /** Ends at once, whatever its thread is doing. */
    void abandon() {
        over = true;
        inbox.clear();
        thread.shutdownNow();
    }

    /** Whether a batch took longer than it may. */
    boolean isBlocked() {
        return blocked;
    }

    boolean isOver() {
        return over;
    }

    private void run(List<Call> batch) {
        time.begin();
        Map<Watcher, Outcome> outcomes = new LinkedHashMap<>();
        Failure failure = null;
        for (Call call : batch) {
            try {
                carryOut(call, outcomes);
            } catch (Throwable e) {
                // Whatever foreign code throws, checked or not, must come back to the lane, or the strategy counts as
                // blocked.
                failure = new Failure(call.watcher(), e);
                break;
            }
        }
        Failure found = failure;
        lane.execute(() -> done(outcomes, found));
    }

    private static void carryOut(Call call, Map<Watcher, Outcome> outcomes) {
        if (call instanceof Call.Show show) {
            Outcome outcome = outcomes.computeIfAbsent(show.watcher(), watcher -> new Outcome());
            outcome.assessment = show.watcher().show(show.observation());
            outcome.asked.addAll(outcome.assessment.probes());
            outcome.nanos = show.observation().nanos();
        } else if (call instanceof Call.Open open) {
            open.watcher().openDetector();
        } else if (call instanceof Call.Close close) {
            close.watcher().closeDetector();
        }
    }

    private void done(Map<Watcher, Outcome> outcomes, Failure failure) {
        busy = false;
        if (over) {
            if (blocked && failure == null) {
                returned.accept(strategy);
            }
            return;
        }
        for (Map.Entry<Watcher, Outcome> entry : outcomes.entrySet()) {
            Outcome outcome = entry.getValue();
            if (!entry.getKey().assessed(outcome.assessment, outcome.asked, outcome.nanos)) {
                complaint.about(
                        strategy, "floods camera " + entry.getKey().cameraId() + " with suspicions and probes", null);
                return;
            }
        }
        if (failure != null) {
            complaint.about(strategy, "failed on camera " + failure.watcher().cameraId(), failure.cause());
        } else {
            flush();
        }
    }
}
