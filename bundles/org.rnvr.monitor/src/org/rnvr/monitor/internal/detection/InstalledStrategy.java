package org.rnvr.monitor.internal.detection;

import java.util.Objects;
import org.rnvr.detection.DetectionStrategy;

/**
 * A strategy as a bundle brought it.
 *
 * @param name its name
 * @param ranking its service ranking: of several of the same name the highest acts
 * @param id its service id, rising; of equal rankings the lowest acts
 * @param bundle symbolic name of the bundle
 * @param version version of the bundle
 * @param strategy the strategy
 */
public record InstalledStrategy(
        String name, int ranking, long id, String bundle, String version, DetectionStrategy strategy) {
    public InstalledStrategy {
        Objects.requireNonNull(name);
        Objects.requireNonNull(bundle);
        Objects.requireNonNull(version);
        Objects.requireNonNull(strategy);
    }

    /** Whether it is the same registration; a strategy's own idea of equality is not asked. */
    @Override
    public boolean equals(Object other) {
        return other instanceof InstalledStrategy that && id == that.id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
