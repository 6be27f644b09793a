package org.rnvr.console.internal.playback.model;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.Segment;

/** Recordings as tests need them. */
final class Footages {

    static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

    private Footages() {}

    static Segment segment(long id, String cameraId, Instant start, Instant end) {
        return new Segment(
                id,
                cameraId,
                Path.of("/recordings", cameraId, id + ".mp4"),
                start,
                end,
                Optional.empty(),
                Optional.empty(),
                "h264",
                1920,
                1080,
                1_000_000,
                100,
                Optional.of(EndCause.ROTATION),
                Optional.empty());
    }

    /** A number of segments that fill a day, each a little apart from the next. */
    static List<Segment> day(int number, Duration apart) {
        List<Segment> segments = new ArrayList<>();
        Duration each = Duration.ofDays(1).dividedBy(number);
        for (int i = 0; i < number; i++) {
            Instant start = DAY.plus(each.multipliedBy(i));
            segments.add(segment(i, "gate", start, start.plus(each).minus(apart)));
        }
        return segments;
    }

    static Track track(List<Segment> segments) {
        return Track.of("gate", DAY, DAY.plus(Duration.ofDays(1)), segments, List.of(), List.of(), List.of());
    }
}
