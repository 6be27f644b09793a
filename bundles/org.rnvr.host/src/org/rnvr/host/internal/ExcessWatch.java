package org.rnvr.host.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rnvr.event.Moment;
import org.rnvr.host.Excess;
import org.rnvr.host.Gauge;

/**
 * Whether one value is too much for long enough to tell. It must stay at or above its limit for a while before it is an
 * excess, and clearly below for another before it is none any more; so a value that dances around its limit is told once.
 * Arithmetic on the times of measurements. For one thread.
 */
final class ExcessWatch {

    /**
     * What is too much.
     *
     * @param value from here on, in the unit of the gauge
     * @param margin so far below it is clearly below
     * @param patience how long it must be too much
     * @param calm how long it must be clearly below again
     */
    record Limit(double value, double margin, Duration patience, Duration calm) {}

    /** What a measurement brought about. */
    enum Change {
        NONE,
        BEGAN,
        ENDED
    }

    /** No measurement for so long is no late one, however busy the machine. */
    private static final Duration UNWATCHED = Duration.ofMinutes(1);

    private final Gauge gauge;
    private Optional<Excess> excess = Optional.empty();
    private Optional<Moment> above = Optional.empty();
    private Optional<Moment> below = Optional.empty();
    private Limit limit;
    private long measuredNanos;

    ExcessWatch(Gauge gauge) {
        this.gauge = gauge;
    }

    /** What is too much now, and was told. */
    Optional<Excess> excess() {
        return excess;
    }

    /** Takes a measurement. */
    Change measure(double value, Limit by, Moment at) {
        boolean otherLimit = limit == null || limit.value() != by.value();
        limit = by;
        if (otherLimit || isUnwatched(at)) {
            above = Optional.empty();
            below = Optional.empty();
        }
        measuredNanos = at.nanos();
        return excess.isPresent() ? whileTooMuch(value, otherLimit, at) : whileFine(value, at);
    }

    /** Is not measured any more. */
    Change forget() {
        above = Optional.empty();
        below = Optional.empty();
        boolean ended = excess.isPresent();
        excess = Optional.empty();
        return ended ? Change.ENDED : Change.NONE;
    }

    /** A machine that stood still says nothing of the time between. */
    private boolean isUnwatched(Moment at) {
        return at.nanos() - measuredNanos > UNWATCHED.toNanos();
    }

    private Change whileFine(double value, Moment at) {
        above = value >= limit.value() ? Optional.of(above.orElse(at)) : Optional.empty();
        if (above.isEmpty() || lasted(above.get(), at).compareTo(limit.patience()) < 0) {
            return Change.NONE;
        }
        excess = Optional.of(excess(value, above.get().time()));
        above = Optional.empty();
        return Change.BEGAN;
    }

    private Change whileTooMuch(double value, boolean otherLimit, Moment at) {
        if (otherLimit && value < limit.value()) {
            return forget();
        }
        excess = Optional.of(excess(value, excess.get().since()));
        below = value < limit.value() - limit.margin() ? Optional.of(below.orElse(at)) : Optional.empty();
        return below.isPresent() && lasted(below.get(), at).compareTo(limit.calm()) >= 0 ? forget() : Change.NONE;
    }

    private Excess excess(double value, Instant since) {
        return new Excess(gauge, value, limit.value(), since);
    }

    private static Duration lasted(Moment from, Moment to) {
        return Duration.ofNanos(to.nanos() - from.nanos());
    }
}
