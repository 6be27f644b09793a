package org.rnvr.detection.testkit;

import java.time.Duration;

/**
 * What a strategy made of a simulation: the same from the same seed. An outage here is one longer than
 * {@link Outage#GLITCH}, and lasts until media came again on the session and a second more, in which late answers may arrive.
 *
 * @param watched time in which a session was watched and there was neither outage nor glitch
 * @param sessions how many sessions there were
 * @param outages how many outages began while a session was watched
 * @param suspect times to the first {@code SUSPECT} or {@code DEAD} of each outage
 * @param dead times to the {@code DEAD} of each outage
 * @param glitches how many glitches began while a session was watched
 * @param glitchesSuspected in how many of them the session was suspected
 * @param glitchesConvicted in how many of them the session was given up
 * @param falseSuspicions how many episodes of {@code SUSPECT} or {@code DEAD} began outside outages and glitches; as in the
 *     monitor an episode lasts until the session is suspected no more and media came
 * @param falseLosses how many sessions were declared {@code DEAD} outside outages and glitches
 * @param warnings how many episodes of {@code WARNING} began
 * @param probes how many probes were carried out because the strategy asked
 * @param observations how many observations were shown
 */
public record Findings(
        Duration watched,
        long sessions,
        long outages,
        DetectionTimes suspect,
        DetectionTimes dead,
        long glitches,
        long glitchesSuspected,
        long glitchesConvicted,
        long falseSuspicions,
        long falseLosses,
        long warnings,
        long probes,
        long observations) {

    /** How many outages were neither suspected nor declared. */
    public long missed() {
        return outages - suspect.count();
    }

    /** How many outages were not declared {@code DEAD}. */
    public long notConvicted() {
        return outages - dead.count();
    }

    /** False suspicions an hour of watching. */
    public double falseSuspicionsPerHour() {
        return per(Duration.ofHours(1), falseSuspicions);
    }

    /** False suspicions a day of one camera. */
    public double falseSuspicionsPerCameraDay() {
        return per(Duration.ofDays(1), falseSuspicions);
    }

    /** False losses a day of one camera. */
    public double falseLossesPerCameraDay() {
        return per(Duration.ofDays(1), falseLosses);
    }

    private double per(Duration unit, long count) {
        return watched.isZero() ? 0 : (double) count * unit.toNanos() / watched.toNanos();
    }
}
