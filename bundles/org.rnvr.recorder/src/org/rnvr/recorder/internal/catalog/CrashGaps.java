package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

/** The gaps that a crash left: from the last frame on the disk to the first of the camera's next file. */
final class CrashGaps {

    private CrashGaps() {}

    /**
     * Enters the gaps behind segments that a crash cut off. Where a camera has not been recorded since, the gap is entered
     * when it is.
     *
     * @param writing the files being written, in use now
     * @return what was entered
     */
    static List<RecordedGap> enter(CatalogLane lane, List<Segment> crashed, Supplier<List<Segment>> writing)
            throws IOException {
        Map<String, Segment> last = new LinkedHashMap<>();
        crashed.forEach(segment ->
                last.merge(segment.cameraId(), segment, (a, b) -> b.end().isAfter(a.end()) ? b : a));
        if (last.isEmpty()) {
            return List.of();
        }
        return lane.write(tables -> {
            List<RecordedGap> gaps = new ArrayList<>();
            for (Segment segment : last.values()) {
                Optional<Instant> next = next(tables, segment, writing.get());
                if (next.isEmpty()) {
                    tables.addCrashEnd(segment.cameraId(), segment.end());
                } else if (next.get().isAfter(segment.end())) {
                    RecordedGap gap = new RecordedGap(segment.cameraId(), segment.end(), next.get(), Catalog.CRASH);
                    tables.add(gap);
                    gaps.add(gap);
                }
            }
            return gaps;
        });
    }

    private static Optional<Instant> next(Tables tables, Segment crashed, List<Segment> writing) throws SQLException {
        List<Segment> candidates = new ArrayList<>(tables.touching(crashed.cameraId(), crashed.start(), Instant.MAX));
        writing.stream()
                .filter(segment -> segment.cameraId().equals(crashed.cameraId()))
                .forEach(candidates::add);
        return RecordingOrder.of(candidates.stream()
                        .filter(segment -> RecordingOrder.isAfter(segment, crashed))
                        .toList())
                .stream()
                .findFirst()
                .map(Segment::start);
    }
}
