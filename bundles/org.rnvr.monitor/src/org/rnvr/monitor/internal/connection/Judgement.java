package org.rnvr.monitor.internal.connection;

import java.util.Objects;
import org.rnvr.detection.Assessment;

/**
 * What one strategy thinks of the active session now.
 *
 * @param strategy its name
 * @param assessment what it thinks
 */
public record Judgement(String strategy, Assessment assessment) {
    public Judgement {
        Objects.requireNonNull(strategy);
        Objects.requireNonNull(assessment);
    }
}
