package org.rnvr.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayReportTest {

    private static DisplayCost cost(String system, double cpu, double server) {
        return new DisplayCost(system, cpu, Map.of("queue:src", cpu, "idle", 0.01), server, 6, 120, 99, 2000);
    }

    private static Usage used(long ticks, long queueTicks) {
        return new Usage(ticks, Map.of("queue:src", queueTicks), 7, ticks * 3, 0, 2048);
    }

    @Test
    void theXServerCountsForBoth() {
        DisplayReport report = new DisplayReport(
                16,
                List.of(
                        List.of(cost("rnvr", 20, 2), cost("gstreamer", 18, 2)),
                        List.of(cost("rnvr", 30, 3), cost("gstreamer", 19, 3)),
                        List.of(cost("rnvr", 21, 1), cost("gstreamer", 20, 0))));
        assertEquals(1.1, report.goal().ratio(), 1e-9);
        assertTrue(report.goal().reached());
        assertTrue(report.toString().contains("| rnvr      |    16 |  21.0 |        2.0 |"), report.toString());
        assertFalse(report.toString().contains("idle"), report.toString());
    }

    @Test
    void whatWasUsedBetweenTwoMomentsIsAShareOfAProcessor() {
        DisplayCost cost = DisplayCost.between(
                new DisplayCost.Moment(1_000_000_000L, used(100, 40), used(10, 0), used(50, 0)),
                new DisplayCost.Moment(3_000_000_000L, used(140, 70), used(14, 0), used(62, 0)),
                "rnvr");
        assertEquals(20, cost.cpu(), 1e-9);
        assertEquals(Map.of("queue:src", 15.0), cost.cpuByThread());
        assertEquals(2, cost.serverCpu(), 1e-9);
        assertEquals(6, cost.camerasCpu(), 1e-9);
        assertEquals(2, cost.proportionalMb(), 1e-9);
        assertEquals(60, cost.switches(), 1e-9);
    }
}
