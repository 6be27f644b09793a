package org.rnvr.recorder.internal.catalog;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.rnvr.recording.Segment;

/**
 * The order in which segments were recorded. Within one boot of the machine the monotonic clock tells it, whatever was done
 * to the wall clock; between boots, and for what is known from its file alone, there is nothing but the wall clock. The runs
 * of segments that belong together are merged by the wall clock of their foremost ones.
 */
final class RecordingOrder {

    private static final Comparator<Segment> BY_WALL = Comparator.comparing(Segment::start)
            .thenComparing(Segment::end)
            .thenComparing(segment -> segment.file().toString());

    private static final Comparator<Segment> BY_MONOTONIC = Comparator.<Segment>comparingLong(
                    segment -> segment.monotonic().orElseThrow().startNanos())
            .thenComparing(BY_WALL);

    private RecordingOrder() {}

    static List<Segment> of(List<Segment> segments) {
        Map<String, List<Segment>> runs = new LinkedHashMap<>();
        for (Segment segment : segments) {
            // No boot is called like this.
            String run = segment.monotonic().map(span -> span.boot()).orElse("");
            runs.computeIfAbsent(run, name -> new ArrayList<>()).add(segment);
        }
        PriorityQueue<Deque<Segment>> heads = new PriorityQueue<>(Comparator.comparing(Deque::peek, BY_WALL));
        runs.forEach((name, run) -> {
            run.sort(name.isEmpty() ? BY_WALL : BY_MONOTONIC);
            heads.add(new ArrayDeque<>(run));
        });
        List<Segment> ordered = new ArrayList<>(segments.size());
        for (Deque<Segment> foremost = heads.poll(); foremost != null; foremost = heads.poll()) {
            ordered.add(foremost.poll());
            if (!foremost.isEmpty()) {
                heads.add(foremost);
            }
        }
        return ordered;
    }

    /** Whether one was begun after another. */
    static boolean isAfter(Segment later, Segment earlier) {
        if (later.monotonic().isPresent() && earlier.monotonic().isPresent()) {
            var a = earlier.monotonic().get();
            var b = later.monotonic().get();
            if (a.boot().equals(b.boot())) {
                return b.startNanos() > a.startNanos();
            }
        }
        Instant start = earlier.start();
        return later.start().isAfter(start);
    }
}
