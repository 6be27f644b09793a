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

    /**
     * With another beginning. Of an end before it this is the end, and that the beginning; if there were a beginning and an
     * end already it is the beginning of another selection. A beginning where the end is changes nothing.
     */
    public Marks in(Instant moment) {
        if (out.filter(moment::equals).isPresent()) {
            return this;
        }
        boolean turned = out.filter(moment::isAfter).isPresent();
        return turned && in.isEmpty()
                ? new Marks(out, Optional.of(moment))
                : new Marks(Optional.of(moment), turned ? Optional.empty() : out);
    }

    /** With another end, likewise. */
    public Marks out(Instant moment) {
        if (in.filter(moment::equals).isPresent()) {
            return this;
        }
        boolean turned = in.filter(moment::isBefore).isPresent();
        return turned && out.isEmpty()
                ? new Marks(Optional.of(moment), in)
                : new Marks(turned ? Optional.empty() : in, Optional.of(moment));
    }

    /** What is selected, once it has a beginning and an end. */
    public Optional<Player.Range> range() {
        return in.flatMap(from -> out.filter(from::isBefore).map(to -> new Player.Range(from, to)));
    }
}
