package org.rnvr.console.internal.playback.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

/**
 * What is known of a camera's recordings in a range of time.
 *
 * @param cameraId the camera
 * @param from beginning of what was looked up
 * @param to its end
 * @param stretches what is recorded, by start, without overlaps
 * @param holes what is missing, by start
 * @param bookmarks what people noted, by start
 * @param events what the journal noted, in order
 */
public record Track(
        String cameraId,
        Instant from,
        Instant to,
        List<Stretch> stretches,
        List<Hole> holes,
        List<Bookmark> bookmarks,
        List<EventMark> events)
        implements Span {

    public Track {
        stretches = List.copyOf(stretches);
        holes = List.copyOf(holes);
        bookmarks = List.copyOf(bookmarks);
        events = List.copyOf(events);
    }

    /** From what the catalog and the journal say. */
    public static Track of(
            String cameraId,
            Instant from,
            Instant to,
            List<Segment> segments,
            List<RecordedGap> gaps,
            List<Bookmark> bookmarks,
            List<EventMark> events) {
        return new Track(
                cameraId,
                from,
                to,
                Stretch.of(segments),
                gaps.stream()
                        .map(gap -> new Hole(gap.from(), gap.to(), gap.cause()))
                        .toList(),
                bookmarks,
                events);
    }

    /** Whether all of a range was looked up. */
    public boolean covers(Instant rangeFrom, Instant rangeTo) {
        return !rangeFrom.isBefore(from) && !rangeTo.isAfter(to);
    }

    /** What is recorded at a moment. */
    public Optional<Stretch> stretchAt(Instant moment) {
        return Spans.at(stretches, moment);
    }

    /** What is missing at a moment, as far as a cause is known. */
    public Optional<Hole> holeAt(Instant moment) {
        return Spans.at(holes, moment);
    }
}
