package org.rnvr.detection.testkit;

import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.testkit.internal.Simulator;
import org.rnvr.detection.testkit.internal.Tally;

/**
 * Drives a strategy over a trace in simulated time, as the monitor does in real time.
 * <p>
 * A tick shows what arrived on each track since the one before and then that time passed. Times shown leave out stretches of
 * more than 150 ms in which the machine stood still. Probes that the strategy asks for are carried out in the state that the
 * path is in: while it is up they are answered in milliseconds; a stall delays the answer until its end; during a cut a
 * request on the session is retransmitted as media are, and a fresh connection fails after its second. While the strategy
 * suspects, a fresh connection is tried every 250 ms without its asking. A session declared {@code DEAD} is closed, and a new
 * one is watched 0.3 s later, or 0.3 s after the outage. So is one that cannot go on and was not declared dead for a minute
 * after its outage. A strategy that throws is cut off, which ends the simulation.
 * <p>
 * Simplified are: outages that begin while a probe is under way do not harm it, and a look during a stall is delayed as if it
 * were queued, never lost.
 */
public final class StrategyRun {

    private StrategyRun() {}

    /** Runs on the calling thread; an hour takes some tens of milliseconds and what the strategy takes. */
    public static StrategyReport run(
            DetectionStrategy strategy, TraceSource traces, Outages outages, Simulation simulation) {
        Tally tally = new Tally(strategy.name(), traces.name(), simulation.probesPerSecond());
        new Simulator(strategy, traces, outages, simulation, tally).run();
        return tally.report();
    }
}
