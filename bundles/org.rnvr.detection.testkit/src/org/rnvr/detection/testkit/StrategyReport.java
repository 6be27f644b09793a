package org.rnvr.detection.testkit;

import java.util.List;
import java.util.Objects;

/**
 * What is to be said of a strategy after a simulation.
 *
 * @param strategy its name
 * @param trace name of the trace
 * @param findings what it made of the simulation
 * @param nanosPerObservation time of this machine that an observation took on average, from a sample of them; includes some 30
 *     ns for looking at the clock
 * @param misbehaviour each way in which it broke the contract of {@link org.rnvr.detection.Detector}, one sentence each
 */
public record StrategyReport(
        String strategy, String trace, Findings findings, double nanosPerObservation, List<String> misbehaviour) {
    public StrategyReport {
        Objects.requireNonNull(strategy);
        Objects.requireNonNull(trace);
        Objects.requireNonNull(findings);
        misbehaviour = List.copyOf(misbehaviour);
    }
}
