package org.rnvr.console.internal.playback.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Which time is seen on how many pixels.
 *
 * @param from the moment at the left edge
 * @param span how much time is seen, {@link #LEAST} to {@link #MOST}
 * @param width on how many pixels, at least one
 */
public record TimeScale(Instant from, Duration span, int width) {

    /** The closest look. */
    public static final Duration LEAST = Duration.ofSeconds(1);

    /** The widest look. */
    public static final Duration MOST = Duration.ofDays(32);

    private static final double FAR = 1e8;
    private static final double NANOS = 1e9;

    public TimeScale {
        if (width < 1 || span.compareTo(LEAST) < 0 || span.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(span + " on " + width + " pixels");
        }
    }

    /** With a moment in the middle, and as much time as is allowed. */
    public static TimeScale around(Instant middle, Duration span, int width) {
        Duration allowed = allowed(span);
        return new TimeScale(middle.minus(allowed.dividedBy(2)), allowed, width);
    }

    /** The moment at the right edge. */
    public Instant to() {
        return from.plus(span);
    }

    /** The middle. */
    public Instant middle() {
        return from.plus(span.dividedBy(2));
    }

    /** Whether a moment is seen. */
    public boolean shows(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to());
    }

    /** The column of a moment, which is outside when the moment is not seen. */
    public int x(Instant moment) {
        Duration distance = Duration.between(from, moment);
        double seconds = distance.getSeconds() + distance.getNano() / NANOS;
        double x = Math.floor(seconds * width / (span.toNanos() / NANOS));
        return (int) Math.max(-FAR, Math.min(FAR, x));
    }

    /** The first moment of a column. */
    public Instant at(int x) {
        return from.plusNanos(Math.round(x * nanosPerPixel()));
    }

    /** How long a pixel is. */
    public double nanosPerPixel() {
        return (double) span.toNanos() / width;
    }

    /** More or less time, with the moment of a column in its place. */
    public TimeScale zoomed(double factor, int x) {
        Duration next = allowed(Duration.ofNanos((long) (span.toNanos() * factor)));
        Instant anchor = at(x);
        long before = Math.round((double) next.toNanos() * x / width);
        return new TimeScale(anchor.minusNanos(before), next, width);
    }

    /** A later time, by so many pixels. */
    public TimeScale panned(int pixels) {
        return new TimeScale(at(pixels), span, width);
    }

    /** As much time around another moment. */
    public TimeScale centred(Instant middle) {
        return around(middle, span, width);
    }

    /** The same time on another number of pixels. */
    public TimeScale resized(int pixels) {
        return new TimeScale(from, span, Math.max(1, pixels));
    }

    private static Duration allowed(Duration span) {
        if (span.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return span.compareTo(MOST) > 0 ? MOST : span;
    }
}
