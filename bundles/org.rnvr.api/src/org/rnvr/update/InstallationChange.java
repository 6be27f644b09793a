package org.rnvr.update;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a change made different.
 *
 * @param features the features that changed, in the order of their ids
 * @param needsRestart whether RNVR itself changed, so that the change takes effect with a restart
 */
public record InstallationChange(List<Feature> features, boolean needsRestart) {
    public InstallationChange {
        features = List.copyOf(features);
    }

    /**
     * A feature that changed.
     *
     * @param id its id
     * @param from its version before; empty when it was not there
     * @param to its version now; empty when it is gone
     */
    public record Feature(String id, Optional<String> from, Optional<String> to) {
        public Feature {
            Objects.requireNonNull(id);
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
        }
    }
}
