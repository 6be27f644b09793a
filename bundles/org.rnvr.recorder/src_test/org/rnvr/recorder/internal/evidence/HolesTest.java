package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnvr.recorder.internal.evidence.Recorded.T0;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.recording.RecordedGap;

class HolesTest {

    @TempDir
    Path folder;

    private Recorded recorded;

    @BeforeEach
    void open() throws IOException {
        recorded = new Recorded(folder);
    }

    @Test
    void theTimeOfARotationIsNoHole() throws IOException {
        recorded.add("cam_1", 0, 60);
        recorded.add("cam_1", 61, 120);
        assertEquals(List.of(), holes(0, 121));
    }

    @Test
    void longerOnesAreBetweenBeforeAndAfterSegments() throws IOException {
        recorded.add("cam_1", 10, 60);
        recorded.add("cam_1", 62, 120);
        assertEquals(List.of(gap(0, 10, "unknown"), gap(60, 62, "unknown"), gap(120, 130, "unknown")), holes(0, 130));
    }

    @Test
    void aGapOfTheCatalogExplainsItsPartOfAHole() throws IOException {
        recorded.add("cam_1", 0, 10);
        recorded.add("cam_1", 50, 60);
        recorded.catalog.gaps.add(gap(10, 30, "loss"));
        assertEquals(List.of(gap(10, 30, "loss"), gap(30, 50, "unknown")), holes(0, 60));
    }

    @Test
    void aGapThatReachesOutOfTheRangeStaysAsItIs() {
        recorded.catalog.gaps.add(gap(-100, 100, "storage"));
        assertEquals(List.of(gap(-100, 100, "storage")), holes(0, 60));
    }

    @Test
    void withoutAnythingAllOfItIsAHole() {
        assertEquals(List.of(gap(0, 60, "unknown")), holes(0, 60));
    }

    @Test
    void overlappingSegmentsHideNoHole() throws IOException {
        recorded.add("cam_1", 0, 100);
        recorded.add("cam_1", 10, 20);
        recorded.add("cam_1", 110, 120);
        assertEquals(List.of(gap(100, 110, "unknown")), holes(0, 120));
    }

    private List<RecordedGap> holes(long from, long to) {
        return Holes.of("cam_1", recorded.catalog.segments, recorded.catalog.gaps, at(from), at(to));
    }

    private static RecordedGap gap(long from, long to, String cause) {
        return new RecordedGap("cam_1", at(from), at(to), cause);
    }

    private static Instant at(long second) {
        return T0.plusSeconds(second);
    }
}
