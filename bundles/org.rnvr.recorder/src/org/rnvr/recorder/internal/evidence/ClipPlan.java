package org.rnvr.recorder.internal.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rnvr.media.Clip;
import org.rnvr.recording.MonotonicSpan;
import org.rnvr.recording.Segment;

/** Which parts of segments make up a range. Pure. */
final class ClipPlan {

    /** While one session takes over from another, both deliver: the same scene is in the end of one file and in the next. */
    private static final Duration HANDOVER = Duration.ofMillis(1500);

    private ClipPlan() {}

    /**
     * The parts to join, each list into files of its own. There is more than one list only where recordings overlap, as they
     * do when the clock was set back: nothing is left out for that.
     *
     * @param segments in the order in which they were recorded
     * @param from beginning of the range
     * @param to its end
     */
    static List<List<Clip>> of(List<Segment> segments, Instant from, Instant to) {
        List<List<Segment>> runs = new ArrayList<>();
        segments.stream()
                .filter(segment ->
                        segment.start().isBefore(to) && !segment.end().isBefore(from))
                .forEach(segment -> append(runs, segment, from));
        return runs.stream().map(run -> clips(run, from, to)).toList();
    }

    private static void append(List<List<Segment>> runs, Segment segment, Instant from) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            List<Segment> run = runs.get(i);
            Segment last = run.get(run.size() - 1);
            if (follows(segment, last) && segment.start().isAfter(begin(last, from))) {
                run.add(segment);
                return;
            }
        }
        runs.add(new ArrayList<>(List.of(segment)));
    }

    private static boolean follows(Segment segment, Segment last) {
        return !segment.start().isBefore(last.end())
                || !segment.start().isBefore(last.end().minus(HANDOVER)) && !isClockSetBack(segment, last);
    }

    /** Whether the one was recorded after the other, whatever the wall clock says: then each shows what the other does not. */
    private static boolean isClockSetBack(Segment segment, Segment last) {
        if (segment.monotonic().isEmpty() || last.monotonic().isEmpty()) {
            return false;
        }
        MonotonicSpan later = segment.monotonic().get();
        MonotonicSpan earlier = last.monotonic().get();
        return !later.boot().equals(earlier.boot()) || later.startNanos() - earlier.endNanos() >= 0;
    }

    private static List<Clip> clips(List<Segment> run, Instant from, Instant to) {
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            Segment segment = run.get(i);
            Instant end = i + 1 < run.size() ? end(segment, run.get(i + 1)) : to;
            clips.add(new Clip(segment.file(), segment.start(), begin(segment, from), end));
        }
        return List.copyOf(clips);
    }

    /**
     * A file ends where it ends, whatever the catalog thinks of its last frame: the frames with which a session begins come
     * in a burst, so that a file may play longer than it took to arrive, and into the next one.
     */
    private static Instant end(Segment segment, Segment next) {
        boolean isHandover = next.start().isBefore(segment.end());
        return isHandover ? next.start() : next.start().plus(HANDOVER);
    }

    private static Instant begin(Segment segment, Instant from) {
        return segment.start().isBefore(from) ? from : segment.start();
    }
}
