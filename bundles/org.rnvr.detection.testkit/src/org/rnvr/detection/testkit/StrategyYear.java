package org.rnvr.detection.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.testkit.internal.Simulator;
import org.rnvr.detection.testkit.internal.Tally;

/** Runs a strategy over many days of one camera: each day by itself, from a seed of its own, on several threads. */
public final class StrategyYear {

    private static final int DAYS = 365;

    private StrategyYear() {}

    /**
     * A year with a tick of 100 ms that shows one observation, on as many threads as this machine has processors: under a
     * minute on two, for a strategy that takes no more than some 100 ns an observation.
     *
     * @param strategy makes a strategy, called once a day of the year on the thread that runs the day
     * @throws InterruptedException if the thread is interrupted; the days are given up
     */
    public static StrategyReport run(
            Supplier<? extends DetectionStrategy> strategy, TraceSource traces, Outages outages, long seed)
            throws InterruptedException {
        return run(
                strategy,
                traces,
                outages,
                Simulation.HOUR
                        .ticking(Simulation.LONGEST_TICK)
                        .showingOneObservationATick()
                        .seeded(seed),
                DAYS,
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * As many days as are wanted. The report is the same whatever the number of threads.
     *
     * @param strategy makes a strategy, called once a day of the year on the thread that runs the day
     * @param day how each day is run; its duration is not used, and the seeds of days are derived from its seed
     * @param days how many
     * @param threads how many days are run at once
     * @throws InterruptedException if the thread is interrupted; the days are given up
     */
    public static StrategyReport run(
            Supplier<? extends DetectionStrategy> strategy,
            TraceSource traces,
            Outages outages,
            Simulation day,
            int days,
            int threads)
            throws InterruptedException {
        Simulation whole = day.lasting(Duration.ofDays(1));
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "rnvr-simulated-year");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Tally>> running = new ArrayList<>();
            for (int i = 0; i < days; i++) {
                Simulation simulation = whole.seeded(day.seed() + i);
                running.add(pool.submit(() -> {
                    DetectionStrategy fresh = strategy.get();
                    Tally tally = new Tally(fresh.name(), traces.name(), simulation.probesPerSecond());
                    new Simulator(fresh, traces, outages, simulation, tally).run();
                    return tally;
                }));
            }
            Tally sum = new Tally(strategy.get().name(), traces.name(), day.probesPerSecond());
            for (Future<Tally> one : running) {
                sum.add(one.get());
            }
            return sum.report();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A simulated day failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
