package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnvr.recorder.internal.evidence.Recorded.T0;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.media.Clip;
import org.rnvr.recording.MonotonicSpan;
import org.rnvr.recording.Segment;

class ClipPlanTest {

    @TempDir
    Path folder;

    private Recorded recorded;

    @BeforeEach
    void open() throws IOException {
        recorded = new Recorded(folder);
    }

    @Test
    void aRangeWithinASegmentIsOnePart() throws IOException {
        Segment segment = recorded.add("cam_1", 0, 60);
        assertEquals(List.of(List.of(clip(segment, 10, 20))), plan(10, 20));
    }

    @Test
    void partsReachToTheNextSegmentAndToTheEndOfTheRange() throws IOException {
        Segment first = recorded.add("cam_1", 0, 60);
        Segment second = recorded.add("cam_1", 61, 120);
        Segment third = recorded.add("cam_1", 300, 360);
        assertEquals(
                List.of(List.of(followed(first, 30, 61), followed(second, 61, 300), clip(third, 300, 400))),
                plan(30, 400));
    }

    @Test
    void theHandoverOfSessionsIsNoOverlap() throws IOException {
        Segment first = recorded.add("cam_1", 0, 61);
        Segment second = recorded.add("cam_1", 60, 120);
        assertEquals(List.of(List.of(clip(first, 0, 60), clip(second, 60, 120))), plan(0, 120));
    }

    @Test
    void aClockThatWasSetBackALittleIsToldFromAHandover() throws IOException {
        Segment last = recorded.add("cam_1", 0, 61);
        Segment next = recorded.add("cam_1", 60, 120);
        for (String boot : List.of("one", "another")) {
            for (long later : new long[] {60_500, 61_020}) {
                List<Segment> segments = List.of(at(last, "one", 0, 61_000), at(next, boot, later, later + 60_000));
                int files = boot.equals("one") && later < 61_000 ? 1 : 2;
                assertEquals(
                        files, ClipPlan.of(segments, T0, T0.plusSeconds(120)).size(), boot + " " + later);
            }
        }
    }

    @Test
    void nothingIsLeftOutWhereTheClockWasSetBack() throws IOException {
        Segment before = recorded.add("cam_1", 0, 60);
        Segment after = recorded.add("cam_1", 20, 80);
        Segment later = recorded.add("cam_1", 80, 140);
        assertEquals(
                List.of(List.of(clip(before, 0, 140)), List.of(followed(after, 20, 80), clip(later, 80, 140))),
                plan(0, 140));
    }

    @Test
    void segmentsOfTheSameStartAreBothThere() throws IOException {
        Segment one = recorded.add("cam_1", 0, 1);
        Segment other = recorded.add("cam_1", 0, 60);
        assertEquals(List.of(List.of(clip(one, 0, 60)), List.of(clip(other, 0, 60))), plan(0, 60));
    }

    @Test
    void whatOnlyBordersTheRangeAfterItIsNoPart() throws IOException {
        Segment before = recorded.add("cam_1", 0, 60);
        recorded.add("cam_1", 70, 80);
        assertEquals(List.of(List.of(clip(before, 60, 70))), plan(60, 70));
    }

    private List<List<Clip>> plan(long from, long to) {
        return ClipPlan.of(recorded.catalog.segments, T0.plusSeconds(from), T0.plusSeconds(to));
    }

    private static Segment at(Segment segment, String boot, long fromMillis, long toMillis) {
        return new Segment(
                segment.id(),
                segment.cameraId(),
                segment.file(),
                segment.start(),
                segment.end(),
                Optional.of(new MonotonicSpan(boot, fromMillis * 1_000_000, toMillis * 1_000_000)),
                segment.cameraStart(),
                segment.codec(),
                segment.width(),
                segment.height(),
                segment.bytes(),
                segment.frames(),
                segment.cause(),
                segment.sha256());
    }

    /** Whole: frames that came in a burst play on into the time of the next one, and are no less evidence for that. */
    private static Clip followed(Segment segment, long from, long next) {
        return new Clip(
                segment.file(),
                segment.start(),
                T0.plusSeconds(from),
                T0.plusSeconds(next).plusMillis(1500));
    }

    private static Clip clip(Segment segment, long from, long to) {
        return new Clip(segment.file(), segment.start(), T0.plusSeconds(from), T0.plusSeconds(to));
    }
}
