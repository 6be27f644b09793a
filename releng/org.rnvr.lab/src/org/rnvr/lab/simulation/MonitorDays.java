package org.rnvr.lab.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rnvr.detection.testkit.Outage;
import org.rnvr.detection.testkit.Outages;
import org.rnvr.detection.testkit.SimulatedSite;
import org.rnvr.detection.testkit.Simulation;
import org.rnvr.detection.testkit.TraceSource;

/** Simulates the monitor over days of one camera: each by itself, from a seed of its own, on several threads. */
final class MonitorDays {

    private final TraceSource traces;
    private final Outages outages;
    private final StrategySet strategies;
    private final Simulation day;

    /**
     * Of one camera and one set of strategies.
     *
     * @param day how each is run; the seeds of days are derived from its seed
     */
    MonitorDays(TraceSource traces, Outages outages, StrategySet strategies, Simulation day) {
        this.traces = traces;
        this.outages = outages;
        this.strategies = strategies;
        this.day = day;
    }

    /**
     * Simulates them. Only the time taken depends on the number of threads.
     *
     * @throws InterruptedException if the thread is interrupted; the days are given up
     */
    MonitorReport run(int days, int threads) throws InterruptedException {
        long begin = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "lab-simulated-days");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<MonitorTally>> running = new ArrayList<>();
            for (int i = 0; i < days; i++) {
                Simulation one = day.seeded(day.seed() + i);
                running.add(pool.submit(() -> simulate(one, true)));
            }
            MonitorTally sum = new MonitorTally();
            for (Future<MonitorTally> one : running) {
                sum.add(one.get());
            }
            return report(sum, Duration.ofNanos(System.nanoTime() - begin));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A simulated day failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Simulates one.
     *
     * @param skipping whether the logic is spared ticks that change nothing in it
     */
    MonitorTally simulate(Simulation one, boolean skipping) {
        MonitorTally tally = new MonitorTally();
        OutageLog log = new OutageLog(tally);
        SimulatedSite site = new SimulatedSite(traces, outages, one);
        SimulatedMonitor monitor =
                new SimulatedMonitor(site, strategies.fresh(), one.settings(), one.seed(), skipping, log);
        long duration = one.duration().toNanos();
        long video = 0;
        while (site.machineNanos() < duration && !site.ended()) {
            monitor.step();
            Outage outage = site.lastOutage();
            boolean videoCame = monitor.lastVideo() != video;
            video = monitor.lastVideo();
            log.step(outage, monitor.state(), videoCame, site.machineNanos());
        }
        log.close();
        tally.nanos = site.machineNanos();
        tally.observations = monitor.observations();
        return tally;
    }

    private MonitorReport report(MonitorTally tally, Duration took) {
        return new MonitorReport(
                traces.name(),
                traces.wired(),
                strategies.name(),
                Duration.ofNanos(tally.nanos),
                tally.outages,
                tally.unnoticed,
                tally.suspect.times(),
                tally.verdict.times(),
                tally.back.times(),
                tally.glitches,
                tally.glitchesReplaced,
                tally.falseSuspicions,
                tally.falseLosses,
                tally.observations,
                took);
    }
}
