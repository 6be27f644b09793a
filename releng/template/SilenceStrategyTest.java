package com.example.rnvr.reachability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.detection.testkit.CheckReport;
import org.rnvr.detection.testkit.Findings;
import org.rnvr.detection.testkit.Outages;
import org.rnvr.detection.testkit.Simulation;
import org.rnvr.detection.testkit.StrategyCheck;
import org.rnvr.detection.testkit.TraceKind;

class SilenceStrategyTest {

    @Test
    void keepsTheContractAndMissesNoOutage() {
        CheckReport report = StrategyCheck.run(
                SilenceStrategy::new,
                List.of(TraceKind.CONSTANT, TraceKind.WIFI),
                Outages.typical(),
                Simulation.HOUR,
                Duration.ofSeconds(10));
        System.out.println(report.text());
        assertEquals(List.of(), report.misbehaviour());
        Findings steady = report.reports().get(0).findings();
        assertEquals(0, steady.missed());
        assertEquals(0, steady.falseSuspicions());
    }
}
