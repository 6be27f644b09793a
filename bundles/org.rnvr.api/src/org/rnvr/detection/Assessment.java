package org.rnvr.detection;

import java.util.Objects;
import java.util.Set;

/**
 * What a detector thinks of its session now.
 *
 * @param grade what it amounts to
 * @param level the detector's own measure of suspicion, 0 for none, rising
 * @param reason one sentence for the operator; empty when the grade is {@link Grade#HEALTHY}
 * @param probes what it wants checked
 */
public record Assessment(Grade grade, double level, String reason, Set<Probe> probes) {

    /** Nothing to say. */
    public static final Assessment HEALTHY = new Assessment(Grade.HEALTHY, 0, "", Set.of());

    public Assessment {
        Objects.requireNonNull(grade);
        Objects.requireNonNull(reason);
        probes = Set.copyOf(probes);
    }

    /** The same assessment that also wants something checked. */
    public Assessment asking(Probe probe) {
        return new Assessment(grade, level, reason, Set.of(probe));
    }

    /** How bad it is, in rising order. */
    public enum Grade {
        /** The session is alive as far as this detector can tell. */
        HEALTHY,
        /** There is trouble that is no reason to reconnect; journalled and shown. */
        WARNING,
        /** The session may be dead. */
        SUSPECT,
        /** The session is dead; the monitor gives it up. */
        DEAD
    }
}
