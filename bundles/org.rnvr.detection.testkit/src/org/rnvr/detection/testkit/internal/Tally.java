package org.rnvr.detection.testkit.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rnvr.detection.testkit.DetectionTimes;
import org.rnvr.detection.testkit.Findings;
import org.rnvr.detection.testkit.Outage;
import org.rnvr.detection.testkit.StrategyReport;

/** What is counted in a simulation. For one thread. */
public final class Tally {

    private static final long ALLOWED_NANOS = Duration.ofMillis(1).toNanos();

    private final String strategy;
    private final String trace;
    private final int allowedProbes;

    private final Set<String> failures = new LinkedHashSet<>();
    private final Times suspect = new Times();
    private final Times dead = new Times();
    private long sessions;
    private long outages;
    private long glitches;
    private long glitchesSuspected;
    private long glitchesConvicted;
    private long probes;
    private int mostProbes;

    long watchedNanos;
    long falseSuspicions;
    long falseLosses;
    long warnings;
    long observations;
    long timedObservations;
    long timedNanos;

    /** Of nothing yet. */
    public Tally(String strategy, String trace, int allowedProbes) {
        this.strategy = strategy;
        this.trace = trace;
        this.allowedProbes = allowedProbes;
    }

    void session() {
        sessions++;
    }

    /**
     * An outage is over.
     *
     * @param suspectedAfter nanoseconds to the suspicion; negative without
     * @param deadAfter nanoseconds to the verdict; negative without
     */
    void outage(Outage outage, long suspectedAfter, long deadAfter) {
        if (outage.isGlitch()) {
            glitches++;
            glitchesSuspected += suspectedAfter >= 0 ? 1 : 0;
            glitchesConvicted += deadAfter >= 0 ? 1 : 0;
            return;
        }
        outages++;
        if (suspectedAfter >= 0) {
            suspect.add(suspectedAfter);
        }
        if (deadAfter >= 0) {
            dead.add(deadAfter);
        }
    }

    void probesInASecond(int count) {
        probes += count;
        mostProbes = Math.max(mostProbes, count);
    }

    void failure(String text) {
        failures.add(text);
    }

    /** Takes in what another one counted. */
    public void add(Tally other) {
        failures.addAll(other.failures);
        suspect.addAll(other.suspect);
        dead.addAll(other.dead);
        sessions += other.sessions;
        outages += other.outages;
        glitches += other.glitches;
        glitchesSuspected += other.glitchesSuspected;
        glitchesConvicted += other.glitchesConvicted;
        probes += other.probes;
        mostProbes = Math.max(mostProbes, other.mostProbes);
        watchedNanos += other.watchedNanos;
        falseSuspicions += other.falseSuspicions;
        falseLosses += other.falseLosses;
        warnings += other.warnings;
        observations += other.observations;
        timedObservations += other.timedObservations;
        timedNanos += other.timedNanos;
    }

    /** What it amounts to. */
    public StrategyReport report() {
        Findings findings = new Findings(
                Duration.ofNanos(watchedNanos),
                sessions,
                outages,
                suspect.times(),
                dead.times(),
                glitches,
                glitchesSuspected,
                glitchesConvicted,
                falseSuspicions,
                falseLosses,
                warnings,
                probes,
                observations);
        double cost = timedObservations == 0 ? 0 : (double) timedNanos / timedObservations;
        return new StrategyReport(strategy, trace, findings, cost, misbehaviour(cost));
    }

    private List<String> misbehaviour(double cost) {
        List<String> all = new ArrayList<>(failures);
        if (cost > ALLOWED_NANOS) {
            all.add(String.format(
                    Locale.ROOT, "Takes %.1f ms for an observation on average; allowed is 1 ms.", cost / 1e6));
        }
        if (mostProbes > allowedProbes) {
            all.add("Asks for " + mostProbes + " probes in a second; allowed are " + allowedProbes + ".");
        }
        return all;
    }

    private static final class Times {
        private long[] nanos = new long[16];
        private int count;

        void add(long time) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = time;
        }

        void addAll(Times other) {
            for (int i = 0; i < other.count; i++) {
                add(other.nanos[i]);
            }
        }

        DetectionTimes times() {
            return DetectionTimes.of(Arrays.copyOf(nanos, count));
        }
    }
}
