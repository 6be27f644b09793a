package org.rnvr.recorder.internal.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rnvr.media.Clip;
import org.rnvr.recording.Segment;

/** Which parts of segments make up a range. Pure. */
final class ClipPlan {

    /** The first frame of a file may arrive before the last one of the file before it, by the jitter of a network. */
    private static final Duration OVERLAP = Duration.ofMillis(1500);

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
            if (!segment.start().isBefore(last.end().minus(OVERLAP))
                    && segment.start().isAfter(begin(last, from))) {
                run.add(segment);
                return;
            }
        }
        runs.add(new ArrayList<>(List.of(segment)));
    }

    private static List<Clip> clips(List<Segment> run, Instant from, Instant to) {
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            Segment segment = run.get(i);
            // A part reaches to the next one: a file ends where it ends, whatever the catalog thinks of its last frame.
            Instant end = i + 1 < run.size() ? run.get(i + 1).start() : to;
            clips.add(new Clip(segment.file(), segment.start(), begin(segment, from), end));
        }
        return List.copyOf(clips);
    }

    private static Instant begin(Segment segment, Instant from) {
        return segment.start().isBefore(from) ? from : segment.start();
    }
}
