package org.rnvr.monitor.internal.connection;

import java.util.List;
import java.util.Objects;

/**
 * What follows from an input.
 *
 * @param next the connection from now on
 * @param effects what is to be done, in this order
 */
public record Transition(Connection next, List<Effect> effects) {
    public Transition {
        Objects.requireNonNull(next);
        effects = List.copyOf(effects);
    }
}
