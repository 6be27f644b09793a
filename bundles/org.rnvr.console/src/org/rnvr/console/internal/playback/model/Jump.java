package org.rnvr.console.internal.playback.model;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rnvr.recording.Bookmark;

/**
 * A jump to the next, or previous, thing of a kind.
 *
 * @param target to what
 * @param forwards whether to a later one
 */
public record Jump(Target target, boolean forwards) {

    private static final Duration FIRST_LOOK = Duration.ofHours(6);
    private static final Duration WIDEST_LOOK = Duration.ofDays(32);

    /** What can be jumped to. */
    public enum Target {
        /** The beginning of what is recorded without a break. */
        STRETCH,
        /** The beginning of a bookmark. */
        BOOKMARK,
        /** An event of the journal. */
        EVENT
    }

    /**
     * Where a jump leads, as far as a track goes.
     *
     * @param track where to look
     * @param position from where
     */
    public Optional<Instant> within(Track track, Instant position) {
        Stream<Instant> moments = moments(track);
        return forwards
                ? moments.filter(moment -> moment.isAfter(position)).min(Instant::compareTo)
                : moments.filter(moment -> moment.isBefore(position)).max(Instant::compareTo);
    }

    /**
     * Where a jump leads: looks further and further, each time twice as far. Waits for the disk.
     *
     * @param loader where to look
     * @param cameraIds whose things count
     * @param position from where
     * @param limit where nothing more can be: before the first, or after the last of all that is recorded
     * @throws IOException if it cannot be read
     */
    public Optional<Instant> find(TrackLoader loader, List<String> cameraIds, Instant position, Instant limit)
            throws IOException {
        Duration look = FIRST_LOOK;
        Instant edge = position;
        while (forwards ? edge.isBefore(limit) : edge.isAfter(limit)) {
            Instant next = forwards ? edge.plus(look) : edge.minus(look);
            Optional<Instant> best = Optional.empty();
            for (String cameraId : cameraIds) {
                Track track = forwards ? loader.load(cameraId, edge, next) : loader.load(cameraId, next, edge);
                best = nearer(best, within(track, position));
            }
            if (best.isPresent()) {
                return best;
            }
            edge = next;
            look = look.multipliedBy(2).compareTo(WIDEST_LOOK) > 0 ? WIDEST_LOOK : look.multipliedBy(2);
        }
        return Optional.empty();
    }

    private Optional<Instant> nearer(Optional<Instant> one, Optional<Instant> other) {
        Stream<Instant> both = Stream.concat(one.stream(), other.stream());
        return forwards ? both.min(Instant::compareTo) : both.max(Instant::compareTo);
    }

    private Stream<Instant> moments(Track track) {
        return switch (target) {
            case STRETCH -> track.stretches().stream().map(Stretch::from);
            case BOOKMARK -> track.bookmarks().stream().map(Bookmark::from);
            case EVENT -> track.events().stream().map(EventMark::at);
        };
    }
}
