package org.rnvr.monitor;

import java.time.Instant;
import java.util.Objects;
import org.rnvr.detection.Assessment;

/**
 * What one strategy thinks of a camera's active session.
 *
 * @param strategy name of the strategy
 * @param session number of the session
 * @param assessment what its detector said last
 * @param since when it began to be of that grade, to the monitor's tick; of a session that was healthy from the beginning,
 *     when it became the active one
 */
public record StrategyAssessment(String strategy, long session, Assessment assessment, Instant since) {
    public StrategyAssessment {
        Objects.requireNonNull(strategy);
        Objects.requireNonNull(assessment);
        Objects.requireNonNull(since);
    }
}
