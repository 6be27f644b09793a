package org.rnvr.recorder.internal.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

/** What is not recorded of a range: the catalog's gaps, and the holes that it knows no cause of. Pure. */
final class Holes {

    /** Cause of a hole that the catalog has no gap for. */
    static final String UNKNOWN = "unknown";

    /** Shorter ones are the time between frames, or a rotation. */
    static final Duration SHORTEST = Duration.ofMillis(1500);

    private Holes() {}

    /** Sorted by time; holes are within the range, gaps as the catalog has them. */
    static List<RecordedGap> of(
            String cameraId, List<Segment> segments, List<RecordedGap> gaps, Instant from, Instant to) {
        List<Span> covered = new ArrayList<>();
        segments.forEach(segment -> covered.add(new Span(segment.start(), segment.end())));
        gaps.forEach(gap -> covered.add(new Span(gap.from(), gap.to())));
        covered.sort(Comparator.comparing(Span::from));
        List<RecordedGap> all = new ArrayList<>(gaps);
        Instant reached = from;
        for (Span span : covered) {
            addHole(all, cameraId, reached, earlier(span.from(), to));
            reached = span.to().isAfter(reached) ? span.to() : reached;
        }
        addHole(all, cameraId, reached, to);
        all.sort(Comparator.comparing(RecordedGap::from).thenComparing(RecordedGap::to));
        return List.copyOf(all);
    }

    private static void addHole(List<RecordedGap> all, String cameraId, Instant from, Instant to) {
        if (from.plus(SHORTEST).isBefore(to)) {
            all.add(new RecordedGap(cameraId, from, to, UNKNOWN));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private record Span(Instant from, Instant to) {}
}
