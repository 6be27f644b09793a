package org.rnvr.console.internal.playback.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rnvr.recording.Segment;

/**
 * A time that is recorded without a break, in however many files.
 *
 * @param from arrival of its first frame
 * @param to arrival of its last
 * @param writing whether it still grows
 */
public record Stretch(Instant from, Instant to, boolean writing) implements Span {

    /** The distance of two frames of a slow camera: files closer to each other than this follow each other. */
    public static final Duration JOINT = Duration.ofSeconds(2);

    /**
     * The stretches of segments.
     *
     * @param segments of one camera, by start
     */
    public static List<Stretch> of(List<Segment> segments) {
        List<Stretch> stretches = new ArrayList<>();
        Stretch current = null;
        for (Segment segment : segments) {
            if (current != null && !segment.start().isAfter(current.to.plus(JOINT))) {
                current = new Stretch(
                        current.from, later(current.to, segment.end()), current.writing || segment.isOpen());
            } else {
                if (current != null) {
                    stretches.add(current);
                }
                current = new Stretch(segment.start(), segment.end(), segment.isOpen());
            }
        }
        if (current != null) {
            stretches.add(current);
        }
        return List.copyOf(stretches);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
