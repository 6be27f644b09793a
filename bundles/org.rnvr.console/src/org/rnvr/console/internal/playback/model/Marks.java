package org.rnvr.console.internal.playback.model;

import java.time.Instant;
import java.util.Optional;
import org.rnvr.playback.Player;

/**
 * The marks of a selection in the making.
 *
 * @param in its beginning
 * @param out its end
 */
public record Marks(Optional<Instant> in, Optional<Instant> out) {

    /** None. */
    public static final Marks NONE = new Marks(Optional.empty(), Optional.empty());

    /** Between two moments, in whatever order. */
    public static Marks between(Instant one, Instant other) {
        return one.isBefore(other)
                ? new Marks(Optional.of(one), Optional.of(other))
                : new Marks(Optional.of(other), Optional.of(one));
    }

    /** With another beginning; an end that is not after it is forgotten. */
    public Marks in(Instant moment) {
        return new Marks(Optional.of(moment), out.filter(moment::isBefore));
    }

    /** With another end; a beginning that is not before it is forgotten. */
    public Marks out(Instant moment) {
        return new Marks(in.filter(moment::isAfter), Optional.of(moment));
    }

    /** What is selected, once it has a beginning and an end. */
    public Optional<Player.Range> range() {
        return in.flatMap(from -> out.filter(from::isBefore).map(to -> new Player.Range(from, to)));
    }
}
