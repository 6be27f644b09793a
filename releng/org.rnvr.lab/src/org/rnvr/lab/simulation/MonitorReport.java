package org.rnvr.lab.simulation;

import java.time.Duration;
import org.rnvr.detection.testkit.DetectionTimes;

/**
 * What came of a simulation.
 *
 * @param trace name of the trace
 * @param wired whether its path is wired and loses nothing
 * @param strategies name of the set of strategies
 * @param simulated the time simulated
 * @param outages outages longer than a glitch
 * @param unnoticed how many of them were neither suspected nor judged
 * @param suspect from the begin of an outage to its suspicion
 * @param verdict from the begin of an outage to {@code Lost} or {@code Stalled}
 * @param back from the end of an outage to {@code Reconnected} or {@code Recovered}
 * @param glitches outages of up to {@link org.rnvr.detection.testkit.Outage#GLITCH}
 * @param glitchesReplaced how many of them cost the session
 * @param falseSuspicions episodes of suspicion that began outside of outages
 * @param falseLosses episodes outside of outages that ended in a verdict or another session
 * @param observations shown to detectors
 * @param took the time it took on this machine
 */
record MonitorReport(
        String trace,
        boolean wired,
        String strategies,
        Duration simulated,
        long outages,
        long unnoticed,
        DetectionTimes suspect,
        DetectionTimes verdict,
        DetectionTimes back,
        long glitches,
        long glitchesReplaced,
        long falseSuspicions,
        long falseLosses,
        long observations,
        Duration took) {

    private static final double HOUR = Duration.ofHours(1).toNanos();
    private static final double DAY = Duration.ofDays(1).toNanos();
    private static final double YEAR = Duration.ofDays(365).toNanos();

    double falseSuspicionsPerHour() {
        return per(falseSuspicions, HOUR);
    }

    double falseSuspicionsPerDay() {
        return per(falseSuspicions, DAY);
    }

    double falseLossesPerDay() {
        return per(falseLosses, DAY);
    }

    double falseLossesPerYear() {
        return per(falseLosses, YEAR);
    }

    /** Time of this machine that a year takes. */
    Duration tookPerYear() {
        return Duration.ofNanos((long) per(took.toNanos(), YEAR));
    }

    private double per(long count, double unit) {
        return simulated.isZero() ? 0 : count * unit / simulated.toNanos();
    }
}
