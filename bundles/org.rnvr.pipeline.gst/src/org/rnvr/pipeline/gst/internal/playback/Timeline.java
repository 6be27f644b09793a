package org.rnvr.pipeline.gst.internal.playback;

import java.util.List;
import java.util.Optional;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

/**
 * What the catalog says of a camera around a moment.
 *
 * @param segments in the order of recording
 * @param gaps by start
 * @param from where it begins, in nanoseconds since the epoch
 * @param to where it ends
 * @param isFirst whether nothing was recorded before it
 * @param isLast whether nothing is recorded after it
 */
record Timeline(List<Segment> segments, List<RecordedGap> gaps, long from, long to, boolean isFirst, boolean isLast) {

    /** The pause between two files, or two frames, that is no gap if the catalog knows none. */
    private static final long LONGEST_PAUSE = 1_000_000_000L;

    private static final long LONGEST_PAUSE_AT_GAP = 100_000_000L;

    /** What was filmed so long after the catalog was asked is taken for recorded where it was being recorded then. */
    private static final long LONGEST_DELAY = 3_000_000_000L;

    static final Timeline EMPTY = new Timeline(List.of(), List.of(), 0, Long.MAX_VALUE, true, true);

    Timeline {
        segments = List.copyOf(segments);
        gaps = List.copyOf(gaps);
    }

    boolean contains(long moment) {
        return from <= moment && moment <= to;
    }

    /**
     * The segment that is shown at a moment: the one that began last of those that hold it, or else the one that ended
     * last before it.
     */
    Optional<Segment> at(long moment) {
        Segment best = null;
        for (Segment segment : segments) {
            if (Moments.nanos(segment.start()) <= moment && (best == null || isBetter(segment, best, moment))) {
                best = segment;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isBetter(Segment segment, Segment than, long moment) {
        boolean holds = Moments.nanos(segment.end()) >= moment;
        boolean otherHolds = Moments.nanos(than.end()) >= moment;
        if (holds != otherHolds) {
            return holds;
        }
        return holds ? !segment.start().isBefore(than.start()) : !segment.end().isBefore(than.end());
    }

    /** The segment that begins next after another began. */
    Optional<Segment> after(Segment segment) {
        Segment next = null;
        for (Segment other : segments) {
            if (other.start().isAfter(segment.start())
                    && (next == null || other.start().isBefore(next.start()))) {
                next = other;
            }
        }
        return Optional.ofNullable(next);
    }

    /** The segment that began last before another began. */
    Optional<Segment> before(Segment segment) {
        Segment previous = null;
        for (Segment other : segments) {
            if (other.start().isBefore(segment.start())
                    && (previous == null || !other.start().isBefore(previous.start()))) {
                previous = other;
            }
        }
        return Optional.ofNullable(previous);
    }

    /** Whether a moment was recorded. */
    boolean isRecorded(long moment) {
        Optional<Segment> segment = at(moment);
        if (segment.isEmpty()) {
            return false;
        }
        long pause =
                gap(moment).isPresent() ? LONGEST_PAUSE_AT_GAP : segment.get().isOpen() ? LONGEST_DELAY : LONGEST_PAUSE;
        return moment <= Moments.nanos(segment.get().end()) + pause;
    }

    /** The gap that holds a moment. */
    Optional<RecordedGap> gap(long moment) {
        return gaps.stream()
                .filter(gap -> Moments.nanos(gap.from()) <= moment && moment < Moments.nanos(gap.to()))
                .findFirst();
    }
}
