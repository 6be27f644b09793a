package org.rnvr.detection.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.rnvr.detection.DetectionStrategy;

/**
 * The quick answer to whether a strategy is any good:
 *
 * <pre>
 * System.out.println(StrategyTrial.table(new MyStrategy()));
 * </pre>
 */
public final class StrategyTrial {

    private static final Duration LENGTH = Duration.ofHours(12);

    private StrategyTrial() {}

    /** Runs it for half a day over every {@link TraceKind} with {@link Outages#typical()}, and tabulates the reports. */
    public static String table(DetectionStrategy strategy) {
        return markdown(run(strategy, List.of(TraceKind.values()), Outages.typical(), Simulation.HOUR.lasting(LENGTH)));
    }

    /** Runs it over each of these traces, one after the other on the calling thread. */
    public static List<StrategyReport> run(
            DetectionStrategy strategy,
            Collection<? extends TraceSource> traces,
            Outages outages,
            Simulation simulation) {
        List<StrategyReport> reports = new ArrayList<>();
        for (TraceSource trace : traces) {
            reports.add(StrategyRun.run(strategy, trace, outages, simulation));
        }
        return reports;
    }

    /** A table in Markdown, one line a report, followed by what is to be said of misbehaviour. Times are in seconds. */
    public static String markdown(List<StrategyReport> reports) {
        StringBuilder text = new StringBuilder(table(reports));
        for (StrategyReport report : reports) {
            for (String misbehaviour : report.misbehaviour()) {
                text.append(String.format("\n- %s over %s: %s", report.strategy(), report.trace(), misbehaviour));
            }
        }
        return text.toString();
    }

    static String table(List<StrategyReport> reports) {
        StringBuilder text = new StringBuilder();
        text.append("| strategy | trace | outages | missed | not declared dead | suspect p50 / p95 / p99 / max"
                + " | dead p50 / p95 / p99 / max | glitches convicted | false suspicions (an hour, a camera-day)"
                + " | false losses | probes | ns an observation |\n");
        text.append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (StrategyReport report : reports) {
            Findings findings = report.findings();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %d | %s | %s | %d of %d | %d (%.3f, %.2f) | %d | %d | %.0f |\n",
                    report.strategy(),
                    report.trace(),
                    findings.outages(),
                    findings.missed(),
                    findings.notConvicted(),
                    times(findings.suspect()),
                    times(findings.dead()),
                    findings.glitchesConvicted(),
                    findings.glitches(),
                    findings.falseSuspicions(),
                    findings.falseSuspicionsPerHour(),
                    findings.falseSuspicionsPerCameraDay(),
                    findings.falseLosses(),
                    findings.probes(),
                    report.nanosPerObservation()));
        }
        return text.toString();
    }

    private static String times(DetectionTimes times) {
        return times.count() == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.2f / %.2f / %.2f / %.2f",
                        seconds(times.p50()),
                        seconds(times.p95()),
                        seconds(times.p99()),
                        seconds(times.max()));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
