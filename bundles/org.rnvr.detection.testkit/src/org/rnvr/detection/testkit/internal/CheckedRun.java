package org.rnvr.detection.testkit.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.testkit.Outages;
import org.rnvr.detection.testkit.Simulation;
import org.rnvr.detection.testkit.StrategyReport;
import org.rnvr.detection.testkit.StrategyRun;
import org.rnvr.detection.testkit.TraceKind;
import org.rnvr.detection.testkit.TraceSource;

/** Runs a strategy where it can do no harm, and looks at what it leaves behind. For one thread. */
public final class CheckedRun {

    /** More waiting than loading a class may bring. */
    private static final long WAITS_ALLOWED = 2;

    private static final int FEW_SESSIONS = 4;
    private static final Duration QUIET = Duration.ofHours(2);

    private final Supplier<? extends DetectionStrategy> strategies;
    private final Duration patience;
    private final Consumer<String> misbehaviour;
    private String name = "";
    private boolean blocked;

    /**
     * Of nothing yet.
     *
     * @param strategies makes a strategy for each run
     * @param patience how long a call may take, and threads to end
     * @param misbehaviour told each sentence, some more than once
     */
    public CheckedRun(
            Supplier<? extends DetectionStrategy> strategies, Duration patience, Consumer<String> misbehaviour) {
        this.strategies = strategies;
        this.patience = patience;
        this.misbehaviour = misbehaviour;
    }

    /** The name of the strategy, once it was made. */
    public String name() {
        return name;
    }

    /** Whether the strategy blocked: its thread is given up. */
    public boolean blocked() {
        return blocked;
    }

    /** Runs it twice; nothing if it blocks. */
    public Optional<StrategyReport> over(TraceSource trace, Outages outages, Simulation simulation) {
        Judgements first = Judgements.first();
        Optional<StrategyReport> report = once(trace, outages, simulation, first, Retained.NOT_MEASURED);
        if (report.isPresent() && report.get().misbehaviour().isEmpty()) {
            Judgements again = first.again(misbehaviour);
            once(trace, outages, simulation, again, Retained.NOT_MEASURED);
            again.end();
        }
        return report;
    }

    /** Whether a camera that never fails makes it keep ever more. A suspicion is held only if a second run has it too. */
    public void forMemory(Simulation simulation) {
        for (int i = 0; i < 2; i++) {
            Retained retained = new Retained();
            once(TraceKind.CONSTANT, Outages.none(), simulation.lasting(QUIET), Judgements.first(), retained);
            if (retained.grew().isEmpty()) {
                return;
            }
            if (i > 0) {
                misbehaviour.accept(retained.grew().get());
            }
        }
    }

    private Optional<StrategyReport> once(
            TraceSource trace, Outages outages, Simulation simulation, Judgements judgements, Retained retained) {
        if (blocked) {
            return Optional.empty();
        }
        Cell cell = new Cell(patience);
        Calls calls = new Calls();
        Subjected subjected = new Subjected(judgements, retained, calls);
        try {
            cell.run(() -> subjected.run(trace, outages, simulation), calls);
        } catch (Cell.BlockedException e) {
            blocked = true;
            misbehaviour.accept(e.getMessage());
            return Optional.empty();
        }
        List<String> left = cell.threadsLeft();
        if (!left.isEmpty()) {
            misbehaviour.accept("Leaves threads running after its end: " + String.join(", ", left) + ".");
        }
        return Optional.of(subjected.report);
    }

    /** One strategy's life, on the cell's thread. */
    private final class Subjected {

        private final Judgements judgements;
        private final Retained retained;
        private final Calls calls;
        private StrategyReport report;

        Subjected(Judgements judgements, Retained retained, Calls calls) {
            this.judgements = judgements;
            this.retained = retained;
            this.calls = calls;
        }

        void run(TraceSource trace, Outages outages, Simulation simulation) {
            calls.enter();
            DetectionStrategy strategy = Objects.requireNonNull(strategies.get(), "no strategy");
            name = strategy.name();
            calls.leave();
            Names.check(name).ifPresent(misbehaviour);
            Witness witness = new Witness(strategy, judgements, retained, calls, misbehaviour);
            long waits = waits();
            report = StrategyRun.run(witness, trace, outages, simulation);
            waits = waits() - waits;
            if (waits > WAITS_ALLOWED) {
                misbehaviour.accept(String.format(
                        Locale.ROOT,
                        "Waits for time, a lock or another thread (%d times over %s).",
                        waits,
                        trace.name()));
            }
            lookForThreads(report.findings().sessions());
            witness.kept().ifPresent(misbehaviour);
            if (strategy instanceof AutoCloseable closeable) {
                close(closeable);
            }
        }

        private void lookForThreads(long sessions) {
            int threads = Thread.currentThread().getThreadGroup().activeCount() - 1;
            if (sessions >= FEW_SESSIONS && threads >= sessions / 2) {
                misbehaviour.accept("Leaves a thread running for sessions that are closed.");
            }
        }

        private void close(AutoCloseable closeable) {
            calls.enter();
            try {
                closeable.close();
            } catch (Exception e) {
                misbehaviour.accept("Fails to end: " + e + ".");
            } finally {
                calls.leave();
            }
        }

        private long waits() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            ThreadInfo info = threads.getThreadInfo(Thread.currentThread().getId());
            return info.getWaitedCount();
        }
    }
}
