package org.rnvr.lab.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the monitor should reach in a simulation, and what it reached.
 *
 * @param text what was asked for
 * @param actual what came
 * @param reached whether that is enough
 */
record SimulationGoal(String text, String actual, boolean reached) {

    private static final double SUSPICIONS_AN_HOUR = 1;
    private static final long LOSSES_A_YEAR = 1;
    private static final double KEPT_SHARE = 0.95;
    private static final Duration YEAR_TAKES = Duration.ofMinutes(1);

    /** Less than this says nothing of how long a year takes: the machine has hardly compiled the code yet. */
    private static final Duration ENOUGH_FOR_SPEED = Duration.ofDays(100);

    /** The goals that a simulation can be held against. */
    static List<SimulationGoal> of(MonitorReport report) {
        List<SimulationGoal> goals = new ArrayList<>();
        goals.add(new SimulationGoal(
                "at most 1 false suspicion an hour",
                String.format(Locale.ROOT, "%.3f", report.falseSuspicionsPerHour()),
                report.falseSuspicionsPerHour() <= SUSPICIONS_AN_HOUR));
        if (report.wired()) {
            goals.add(new SimulationGoal(
                    "at most 1 false loss a year",
                    String.format(
                            Locale.ROOT,
                            "%d in %.0f days",
                            report.falseLosses(),
                            report.simulated().toHours() / 24.0),
                    report.falseLosses() == 0 || report.falseLossesPerYear() <= LOSSES_A_YEAR));
        }
        goals.add(new SimulationGoal(
                "session kept in 19 of 20 glitches",
                report.glitches() - report.glitchesReplaced() + " of " + report.glitches(),
                report.glitches() - report.glitchesReplaced() >= KEPT_SHARE * report.glitches()));
        if (report.simulated().compareTo(ENOUGH_FOR_SPEED) >= 0) {
            goals.add(new SimulationGoal(
                    "a year simulated within a minute",
                    String.format(Locale.ROOT, "%.0f s", report.tookPerYear().toMillis() / 1e3),
                    report.tookPerYear().compareTo(YEAR_TAKES) <= 0));
        }
        return goals;
    }
}
