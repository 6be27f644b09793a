package org.rnvr.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final double BYTES = 500_000;

    @Test
    void whatHappenedBetweenTwoMomentsIsPerSecond() {
        Snapshot begin = new Snapshot(
                0, new Usage(100, Map.of("task", 60L), 5, 1000, 1, 1), new Usage(50, Map.of(), 1, 0, 0, 0), 1_000_000);
        Snapshot end = new Snapshot(
                10_000_000_000L,
                new Usage(350, Map.of("task", 160L, "late", 10L), 6, 3000, 4096, 2048),
                new Usage(150, Map.of(), 1, 0, 0, 0),
                6_000_000);
        Measurement measured = Measurement.between(begin, end, "rnvr", 4, 1);
        assertEquals(25, measured.cpu(), 1e-9);
        assertEquals(Map.of("task", 10.0, "late", 1.0), measured.cpuByThread());
        assertEquals(10, measured.camerasCpu(), 1e-9);
        assertEquals(4, measured.residentMb(), 1e-9);
        assertEquals(2, measured.proportionalMb(), 1e-9);
        assertEquals(6, measured.threads());
        assertEquals(200, measured.switches(), 1e-9);
        assertEquals(BYTES, measured.bytes(), 1e-9);
    }

    @Test
    void ratiosAreMediansOfRatiosWithinRounds() {
        Comparison comparison = new Comparison(List.of(
                round(64, 1, one("rnvr", 64, 40, 100), one("gstreamer", 64, 40, 90)),
                round(64, 2, one("rnvr", 64, 90, 100), one("gstreamer", 64, 60, 90)),
                round(64, 3, one("rnvr", 64, 44, 100), one("gstreamer", 64, 40, 90))));
        assertEquals(
                1.1, comparison.ratio("rnvr", "gstreamer", 64, Measurement::cpu).orElseThrow(), 1e-9);
        assertEquals(44, comparison.median("rnvr", 64, Measurement::cpu).orElseThrow(), 1e-9);
        assertTrue(comparison.ratio("rnvr", "ffmpeg", 64, Measurement::cpu).isEmpty());
        assertTrue(comparison.median("rnvr", 16, Measurement::cpu).isEmpty());
    }

    @Test
    void aRoundInWhichOneHasRecordedLessIsVoid() {
        Round valid = round(1, 1, one("rnvr", 1, 2, 100, BYTES), one("ffmpeg", 1, 1, 50, BYTES * 0.95));
        Round without = round(1, 2, one("rnvr", 1, 1, 100, BYTES), one("ffmpeg", 1, 1, 50, BYTES * 0.8));
        Round nothing = round(1, 3, one("rnvr", 1, 1, 100, 0), one("ffmpeg", 1, 1, 50, 0));
        assertTrue(valid.valid());
        assertFalse(without.valid());
        assertFalse(nothing.valid());
        List<Round> rounds = List.of(valid, without, nothing);
        assertEquals(
                2,
                new Comparison(rounds)
                        .ratio("rnvr", "ffmpeg", 1, Measurement::cpu)
                        .orElseThrow(),
                1e-9);
        String report = new CostReport(rounds).toString();
        assertTrue(report.contains("Round 2 with 1 cameras is void"), report);
        assertTrue(report.contains("rnvr 0.50 MB/s ffmpeg 0.40 MB/s"), report);
    }

    @Test
    void goalsAreToldOfTheMostCameras() {
        List<CostGoal> goals = CostGoal.of(new Comparison(List.of(
                round(1, 1, one("rnvr", 1, 2, 150), one("ffmpeg", 1, 1, 20), one("gstreamer", 1, 1, 20)),
                round(11, 1, one("rnvr", 11, 12, 170), one("ffmpeg", 11, 9, 120), one("gstreamer", 11, 10, 40)))));
        assertEquals(
                List.of(
                        "MISSED processor time for 11 cameras, against bare GStreamer: 1.20, at most 1.10",
                        "ok     memory for each further camera, against a process of ffmpeg: 0.20, at most 0.25"),
                goals.stream().map(CostGoal::toString).toList());
    }

    @Test
    void tablesHoldTheFiguresAndLinesOfOneLength() {
        String report = new CostReport(List.of(
                        round(1, 1, one("rnvr", 1, 2, 150), one("ffmpeg", 1, 1, 20)),
                        round(16, 1, one("rnvr", 16, 17, 180), one("ffmpeg", 16, 11, 320))))
                .toString();
        String text = report.replaceAll(" +", " ");
        assertTrue(text.contains("| rnvr | 16 | 17.0 | 1.06 | 180 | 360 | 9 | 70 | 3.0 | 0.50 |"), report);
        assertTrue(text.contains("| rnvr / ffmpeg | 16 | 1.55 | 0.56 |"), report);
        assertTrue(text.contains("| ffmpeg | 1 | 16 | 0.67 | 20.00 |"), report);
        assertTrue(text.contains("| task | rnvr | 17.0 |"), report);
        for (String table : report.split("\\R\\R")) {
            if (table.startsWith("|")) {
                assertEquals(1, table.lines().map(String::length).distinct().count(), table);
            }
        }
    }

    private static Round round(int cameras, int number, Measurement... measurements) {
        return new Round(cameras, number, List.of(measurements));
    }

    private static Measurement one(String system, int cameras, double cpu, double pss) {
        return one(system, cameras, cpu, pss, BYTES);
    }

    private static Measurement one(String system, int cameras, double cpu, double pss, double bytes) {
        return new Measurement(system, cameras, 1, 30, cpu, Map.of("task", cpu), 3, 2 * pss, pss, 9, 70, bytes);
    }
}
