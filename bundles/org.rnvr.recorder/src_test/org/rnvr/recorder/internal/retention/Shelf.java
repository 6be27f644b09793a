package org.rnvr.recorder.internal.retention;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.Segment;

/** A stock in memory. */
final class Shelf implements Stock {

    final List<Segment> segments = new ArrayList<>();
    final Set<Path> bookmarked = new HashSet<>();
    private long ids;

    Segment add(Path file, Instant start, Duration length, long bytes, boolean open) {
        Segment segment = new Segment(
                ++ids,
                "cam",
                file,
                start,
                start.plus(length),
                Optional.empty(),
                Optional.empty(),
                "h264",
                1920,
                1080,
                bytes,
                100,
                open ? Optional.empty() : Optional.of(EndCause.ROTATION),
                Optional.empty());
        segments.add(segment);
        return segment;
    }

    @Override
    public List<Segment> oldest(int limit, Instant endedBefore, boolean bookmarkedToo) {
        return segments.stream()
                .filter(segment -> segment.end().isBefore(endedBefore))
                .filter(segment -> bookmarkedToo || !bookmarked.contains(segment.file()))
                .sorted(Comparator.comparing(Segment::start))
                .limit(limit)
                .toList();
    }

    @Override
    public void forget(Segment segment) {
        segments.remove(segment);
    }
}
