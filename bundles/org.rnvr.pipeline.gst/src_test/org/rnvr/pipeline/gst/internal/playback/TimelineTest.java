package org.rnvr.pipeline.gst.internal.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

class TimelineTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static Segment segment(String name, double from, double to) {
        return FakeVideo.segment(name, at(from), Duration.between(at(from), at(to)), Optional.of(EndCause.ROTATION));
    }

    private static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    private static long nanos(double seconds) {
        return Moments.nanos(at(seconds));
    }

    private static Timeline timeline(List<RecordedGap> gaps, Segment... segments) {
        return new Timeline(List.of(segments), gaps, 0, Long.MAX_VALUE, true, true);
    }

    private static Optional<String> name(Optional<Segment> segment) {
        return segment.map(Segment::file).map(Path::toString);
    }

    @Test
    void aMomentBelongsToTheSegmentThatHoldsIt() {
        Timeline timeline = timeline(List.of(), segment("a", 0, 9.96), segment("b", 10, 19.96));
        assertEquals(Optional.empty(), name(timeline.at(nanos(-1))));
        assertEquals(Optional.of("a"), name(timeline.at(nanos(0))));
        assertEquals(Optional.of("a"), name(timeline.at(nanos(9.98))));
        assertEquals(Optional.of("b"), name(timeline.at(nanos(10))));
        assertEquals(Optional.of("b"), name(timeline.at(nanos(100))));
        assertTrue(timeline.isRecorded(nanos(9.98)), "between two frames");
        assertFalse(timeline.isRecorded(nanos(30)));
        assertFalse(timeline.isRecorded(nanos(-1)));
    }

    @Test
    void whereSegmentsOverlapTheOneThatBeganLastIsShown() {
        Timeline timeline = timeline(List.of(), segment("long", 0, 20), segment("short", 5, 10));
        assertEquals(Optional.of("long"), name(timeline.at(nanos(4))));
        assertEquals(Optional.of("short"), name(timeline.at(nanos(7))));
        assertEquals(Optional.of("long"), name(timeline.at(nanos(15))));
        assertEquals(Optional.of("long"), name(timeline.at(nanos(25))));
    }

    @Test
    void aGapIsNotRecordedThoughItIsShort() {
        RecordedGap gap = new RecordedGap("a", at(10), at(10.8), "loss");
        Timeline timeline = timeline(List.of(gap), segment("a", 0, 10), segment("b", 10.8, 20));
        assertFalse(timeline.isRecorded(nanos(10.5)));
        assertEquals(Optional.of(gap), timeline.gap(nanos(10.5)));
        assertTrue(timeline.isRecorded(nanos(10.8)));
    }

    @Test
    void segmentsFollowEachOtherByTheirBeginnings() {
        Segment a = segment("a", 0, 10);
        Segment b = segment("b", 20, 30);
        Timeline timeline = timeline(List.of(), a, b);
        assertEquals(Optional.of(b), timeline.after(a));
        assertEquals(Optional.empty(), timeline.after(b));
        assertEquals(Optional.of(a), timeline.before(b));
        assertEquals(Optional.empty(), timeline.before(a));
    }

    @Test
    void framesAreSpreadBetweenStartAndEnd() {
        Segment slow = FakeVideo.segment(
                "slow", START, Duration.ofNanos(99 * FakeVideo.STEP + 99_000), Optional.of(EndCause.STOP));
        Strip strip = Strip.of(slow, new FakeVideo(100));
        assertEquals(Moments.nanos(slow.end()), strip.last());
        assertEquals(Moments.nanos(START) + FakeVideo.STEP + 1000, strip.time(1));
        assertEquals(0, strip.rankAt(strip.time(1) - 1));
        assertEquals(1, strip.rankAt(strip.time(1)));
        assertEquals(-1, strip.rankAt(Moments.nanos(START) - 1));
        assertEquals(99, strip.rankAt(Long.MAX_VALUE));
    }

    @Test
    void aClockThatWasSetStretchesNothing() {
        Segment set = FakeVideo.segment("set", START, Duration.ofHours(1), Optional.of(EndCause.STOP));
        assertEquals(
                Moments.nanos(START) + FakeVideo.STEP,
                Strip.of(set, new FakeVideo(100)).time(1));
    }

    @Test
    void theNearestKeyFrameMayComeAfter() {
        Strip strip = Strip.of(FakeVideo.segment("a", START, 35), new FakeVideo(35));
        assertEquals(0, strip.keyNear(strip.time(5)));
        assertEquals(1, strip.keyNear(strip.time(6)));
        assertEquals(3, strip.keyNear(strip.time(34)));
        assertEquals(0, strip.keyNear(0));
        assertEquals(1, strip.keyAt(strip.time(19)));
    }

    @Test
    void stepsAreCountedOverSegments() throws Exception {
        Timeline timeline = timeline(
                List.of(),
                FakeVideo.segment("a", START, 10),
                FakeVideo.segment("b", at(60), 10),
                FakeVideo.segment("c", at(120), 10));
        Steps steps =
                new Steps(new Roll("a", (camera, moment) -> timeline, file -> new FakeVideo(10), System::nanoTime));
        assertEquals(Optional.of(nanos(0.36)), steps.from(nanos(0.33), 1));
        assertEquals(Optional.of(nanos(60)), steps.from(nanos(0.36), 1));
        assertEquals(Optional.of(nanos(60)), steps.from(nanos(30), 1), "from within a gap");
        assertEquals(Optional.of(nanos(120.04)), steps.from(nanos(0.36), 12));
        assertEquals(Optional.of(nanos(0.36)), steps.from(nanos(120), -11));
        assertEquals(Optional.of(nanos(0)), steps.from(nanos(120), -1000));
        assertEquals(Optional.of(nanos(120.36)), steps.from(nanos(120), 1000));
        assertEquals(Optional.of(nanos(0)), steps.from(nanos(-5), 1));
    }
}
