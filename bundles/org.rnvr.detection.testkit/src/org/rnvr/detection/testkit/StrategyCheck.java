package org.rnvr.detection.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.testkit.internal.CheckedRun;

/**
 * Says whether a strategy may be let loose on cameras: how soon it notices, how often it is wrong, what it costs, and in what
 * ways it misbehaves:
 *
 * <pre>
 * CheckReport report = StrategyCheck.run(MyStrategy::new);
 * System.out.println(report.text());
 * assertEquals(List.of(), report.misbehaviour());
 * </pre>
 *
 * Reported as misbehaviour is a strategy that throws or returns null; blocks or waits; costs more than a millisecond on
 * average; floods with probes or suspicions; judges otherwise when shown the same again; suspects without a reason, or has a
 * name that is not allowed; keeps closed detectors, or ever more memory; leaves threads running.
 * <p>
 * A strategy that owns threads is {@link AutoCloseable} here; {@code close} is called as its component's deactivation would
 * be. A strategy is made anew for each run. Runs on threads of its own; the caller waits.
 */
public final class StrategyCheck {

    private static final Duration LENGTH = Duration.ofHours(12);
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private StrategyCheck() {}

    /** Half a day over every {@link TraceKind} with {@link Outages#typical()}: some ten seconds, and what the strategy takes. */
    public static CheckReport run(Supplier<? extends DetectionStrategy> strategies) {
        return run(
                strategies, List.of(TraceKind.values()), Outages.typical(), Simulation.HOUR.lasting(LENGTH), PATIENCE);
    }

    /**
     * Over each of these traces, twice.
     *
     * @param strategies makes a strategy
     * @param patience how long a call may take until the strategy counts as blocked, and threads may take to end
     * @throws IllegalStateException if no strategy can be made, or the calling thread is interrupted
     */
    public static CheckReport run(
            Supplier<? extends DetectionStrategy> strategies,
            Collection<? extends TraceSource> traces,
            Outages outages,
            Simulation simulation,
            Duration patience) {
        Objects.requireNonNull(strategies);
        List<StrategyReport> reports = new ArrayList<>();
        Set<String> misbehaviour = new LinkedHashSet<>();
        CheckedRun run = new CheckedRun(strategies, patience, misbehaviour::add);
        for (TraceSource trace : traces) {
            run.over(trace, outages, simulation).ifPresent(report -> {
                reports.add(report);
                report.misbehaviour().forEach(text -> misbehaviour.add("Over " + trace.name() + ": " + text));
            });
            if (run.blocked()) {
                break;
            }
        }
        if (!run.blocked()) {
            run.forMemory(simulation);
        }
        return new CheckReport(run.name(), reports, List.copyOf(misbehaviour));
    }
}
