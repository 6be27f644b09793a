package com.example.rnvr.reachability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.detection.testkit.CheckReport;
import org.rnvr.detection.testkit.Findings;
import org.rnvr.detection.testkit.Outage;
import org.rnvr.detection.testkit.Outage.Kind;
import org.rnvr.detection.testkit.Outages;
import org.rnvr.detection.testkit.Simulation;
import org.rnvr.detection.testkit.StrategyCheck;
import org.rnvr.detection.testkit.StrategyReport;
import org.rnvr.detection.testkit.TraceKind;

/** What is promised of the strategy, held against cameras and outages of the test kit. */
class ReachabilityStrategyTest {

    private static final Duration LENGTH = Duration.ofHours(2);

    /** Every five minutes one of 20 s: now the path is cut, now the camera sends no media. */
    private static final List<Outage> OUTAGES = outages();

    @Test
    void keepsTheContractAndItsPromises() {
        CheckReport report = StrategyCheck.run(
                () -> new SimulatedHosts(OUTAGES).strategy(),
                List.of(TraceKind.CONSTANT, TraceKind.FPS_1, TraceKind.WIFI),
                Outages.of(OUTAGES.toArray(Outage[]::new)),
                Simulation.HOUR.lasting(LENGTH),
                Duration.ofSeconds(10));
        System.out.println(report.text());
        assertEquals(List.of(), report.misbehaviour());
        for (StrategyReport one : report.reports()) {
            Findings findings = one.findings();
            assertTrue(findings.outages() >= 20, one::toString);
            assertEquals(0, findings.missed(), one::toString);
            assertEquals(0, findings.falseLosses(), one::toString);
        }
        Findings steady = report.reports().get(0).findings();
        assertEquals(0, steady.falseSuspicions());
        assertTrue(steady.suspect().max().compareTo(Duration.ofSeconds(2)) < 0, steady::toString);
        assertTrue(steady.suspect().p50().compareTo(Duration.ofMillis(1600)) < 0, steady::toString);
    }

    private static List<Outage> outages() {
        List<Outage> all = new ArrayList<>();
        Duration begin = Duration.ofMinutes(5);
        while (begin.compareTo(LENGTH) < 0) {
            all.add(Outage.at(begin, Duration.ofSeconds(20), all.size() % 2 == 0 ? Kind.CUT : Kind.MEDIA_PAUSED));
            begin = begin.plusMinutes(5);
        }
        return all;
    }
}
