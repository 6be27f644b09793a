package org.rnvr.detection;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * What a detector thinks of its session now. Immutable; any thread.
 *
 * @param grade what it amounts to
 * @param level the detector's own measure of suspicion, 0 for none, rising, finite; for charts, and without a unit
 * @param reason one sentence for the operator, in English; the bundle may bring translations in
 *     {@code OSGI-INF/l10n/reasons_LANGUAGE.po}; empty when the grade is {@link Grade#HEALTHY}
 * @param probes what it wants checked; each assessment that has one asks anew
 * @param patience silence that this detector grants its session before the monitor may give it up although nothing
 *     answers; the monitor takes the least of all detectors that suspect, and never less than it grants itself
 */
public record Assessment(Grade grade, double level, String reason, Set<Probe> probes, Duration patience) {

    /** Nothing to say. */
    public static final Assessment HEALTHY = new Assessment(Grade.HEALTHY, 0, "", Set.of());

    /** @throws NullPointerException if anything is null */
    public Assessment {
        Objects.requireNonNull(grade);
        Objects.requireNonNull(reason);
        probes = Set.copyOf(probes);
        Objects.requireNonNull(patience);
    }

    /** An assessment that leaves patience to the monitor. */
    public Assessment(Grade grade, double level, String reason, Set<Probe> probes) {
        this(grade, level, reason, probes, Duration.ZERO);
    }

    /** The same assessment that also wants something checked. */
    public Assessment asking(Probe probe) {
        return new Assessment(grade, level, reason, Set.of(probe), patience);
    }

    /** The same assessment with this patience. */
    public Assessment granting(Duration silence) {
        return new Assessment(grade, level, reason, probes, silence);
    }

    /** How bad it is, in rising order. */
    public enum Grade {
        /** The session is alive as far as this detector can tell. */
        HEALTHY,
        /** There is trouble that is no reason to reconnect; journalled and shown. */
        WARNING,
        /** The session may be dead: the monitor looks whether the camera answers, and prepares a session to replace it. */
        SUSPECT,
        /** The session is dead as far as this detector can tell: the monitor's verdict follows at once. */
        DEAD
    }
}
