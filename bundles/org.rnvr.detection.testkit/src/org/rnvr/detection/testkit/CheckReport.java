package org.rnvr.detection.testkit;

import java.util.List;
import java.util.Objects;

/**
 * What a check found. Immutable; any thread.
 *
 * @param strategy name of the strategy
 * @param reports what it made of each trace, as far as it came
 * @param misbehaviour each way in which it broke the contract of {@link org.rnvr.detection.DetectionStrategy} and
 *     {@link org.rnvr.detection.Detector}, one sentence each
 */
public record CheckReport(String strategy, List<StrategyReport> reports, List<String> misbehaviour) {
    public CheckReport {
        Objects.requireNonNull(strategy);
        reports = List.copyOf(reports);
        misbehaviour = List.copyOf(misbehaviour);
    }

    /** Detection times, false alarms and cost of each trace as a table in Markdown, and the misbehaviour. */
    public String text() {
        StringBuilder text = new StringBuilder(StrategyTrial.table(reports));
        text.append(misbehaviour.isEmpty() ? "\nNo misbehaviour.\n" : "\nMisbehaviour:\n");
        misbehaviour.forEach(one -> text.append("- ").append(one).append('\n'));
        return text.toString();
    }
}
