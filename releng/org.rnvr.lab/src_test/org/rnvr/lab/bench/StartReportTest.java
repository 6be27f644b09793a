package org.rnvr.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.bench.Start.Site;
import org.rnvr.lab.bench.Start.Step;

class StartReportTest {

    private static Start demo(boolean cold, double started, double picture) {
        return new Start(
                Site.DEMO,
                cold,
                Map.of(Step.STARTED, started, Step.WINDOW, 4.0, Step.STREAMING, 5.0, Step.PICTURE, picture));
    }

    private static Start empty(boolean cold, double usable) {
        return new Start(Site.EMPTY, cold, Map.of(Step.STARTED, 2.0, Step.WINDOW, 4.0, Step.USABLE, usable));
    }

    @Test
    void coldStartsAreKeptApartAndWarmOnesGiveAMedian() {
        String report = new StartReport(
                        List.of(demo(true, 3.0, 9.0), demo(false, 2.0, 7.0), demo(false, 1.0, 6.0), empty(false, 4.5)))
                .toString();
        assertTrue(
                report.contains("| demo            | cold | 1 |    3.00 |   4.00 |      – |      5.00 |    9.00 |"),
                report);
        assertTrue(
                report.contains("| demo            | warm | 2 |    1.50 |   4.00 |      – |      5.00 |    6.50 |"),
                report);
        assertTrue(
                report.contains("| empty           | cold | 0 |       – |      – |      – |         – |       – |"),
                report);
        assertTrue(
                report.contains("| empty           | warm | 1 |    2.00 |   4.00 |   4.50 |         – |       – |"),
                report);
    }

    @Test
    void theGoalIsForTheEmptyConsoleAndWarm() {
        CostGoal goal = new StartReport(List.of(
                        demo(false, 2.0, 60.0),
                        empty(true, 8.0),
                        empty(false, 5.2),
                        empty(false, 4.9),
                        empty(false, 4.8)))
                .goal();
        assertEquals("ok     seconds until an empty console is usable, warm: 4.90, at most 5.00", goal.toString());
        assertFalse(new StartReport(List.of(empty(true, 1.0), empty(false, 5.01)))
                .goal()
                .reached());
    }
}
