package org.rnvr.lab.simulation;

import java.time.Duration;
import java.util.Locale;
import org.rnvr.detection.testkit.DetectionTimes;

/** Reports as a table in Markdown. */
final class SimulationTable {

    private static final String HEAD = "| trace | strategies | days | outages | unnoticed"
            + " | suspect p50 / p95 / p99 / max | lost or stalled p50 / p95 / p99 / max | back p50 / max"
            + " | false suspicions (an hour, a camera-day) | false losses (a camera-day, a year)"
            + " | glitches replaced | observations | took |\n"
            + "|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    private SimulationTable() {}

    static String head() {
        return HEAD;
    }

    static String legend() {
        return """
                Times are seconds: of suspicion and verdict since the outage began, of being back (another session, or media of the
                old one) since it ended. Outages are longer than 3 s, glitches shorter. False is what began outside of outages.""";
    }

    static String row(MonitorReport report) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %d | %d | %s | %s | %s | %d (%.3f, %.2f) | %d (%.3f, %.1f) | %d of %d | %d | %.1f |",
                report.trace(),
                report.strategies(),
                report.simulated().toSeconds() / 86_400.0,
                report.outages(),
                report.unnoticed(),
                four(report.suspect()),
                four(report.verdict()),
                report.back().count() == 0
                        ? "-"
                        : text(report.back().p50()) + " / " + text(report.back().max()),
                report.falseSuspicions(),
                report.falseSuspicionsPerHour(),
                report.falseSuspicionsPerDay(),
                report.falseLosses(),
                report.falseLossesPerDay(),
                report.falseLossesPerYear(),
                report.glitchesReplaced(),
                report.glitches(),
                report.observations(),
                report.took().toMillis() / 1e3);
    }

    private static String four(DetectionTimes times) {
        return times.count() == 0
                ? "-"
                : text(times.p50()) + " / " + text(times.p95()) + " / " + text(times.p99()) + " / " + text(times.max());
    }

    private static String text(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e9);
    }
}
