package org.rnvr.detection.testkit;

import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.rnvr.detection.testkit.internal.Dice;

/** The outages that are laid over a trace. Immutable; any thread. */
@FunctionalInterface
public interface Outages {

    /**
     * The outages one after the other, none beginning before the one before has ended; possibly without end.
     *
     * @param seed from the same seed come the same outages
     */
    Iterator<Outage> open(long seed);

    /** No outage but those of the trace itself ({@link Trace#goneNanos()}). */
    static Outages none() {
        return seed -> List.<Outage>of().iterator();
    }

    /**
     * These.
     *
     * @throws IllegalArgumentException if two of them overlap
     */
    static Outages of(Outage... outages) {
        List<Outage> sorted = List.of(outages).stream()
                .sorted(Comparator.comparingLong(Outage::beginNanos))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).beginNanos() < sorted.get(i - 1).endNanos()) {
                throw new IllegalArgumentException("Outages overlap: " + sorted.get(i - 1) + " and " + sorted.get(i));
            }
        }
        return seed -> sorted.iterator();
    }

    /**
     * Outages at random times without end.
     *
     * @param between mean of the time from the end of one to the begin of the next, which is exponentially distributed above
     *     a quarter of it
     * @param shortest shortest length
     * @param longest longest length; between the two the logarithm of the length is evenly distributed
     * @param kind what is cut
     * @throws IllegalArgumentException if a time is not positive or the shortest is longer than the longest
     */
    static Outages random(Duration between, Duration shortest, Duration longest, Outage.Kind kind) {
        if (between.isNegative()
                || between.isZero()
                || shortest.isNegative()
                || shortest.isZero()
                || shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException("Outages of " + shortest + " to " + longest + " every " + between
                    + "; allowed are times above 0, the shortest first");
        }
        return seed -> new RandomOutages(new Dice(seed), between, dice -> length(dice, shortest, longest, kind));
    }

    /**
     * What a strategy should be tried with: an outage every 5 minutes on average, of which half are silent cuts of 10 to 120 s,
     * three tenths glitches of 0.1 to 3 s, and two tenths pauses of the media alone of 10 to 60 s.
     */
    static Outages typical() {
        return seed -> new RandomOutages(new Dice(seed), Duration.ofMinutes(5), dice -> {
            double share = dice.unit();
            if (share < 0.5) {
                return length(dice, Duration.ofSeconds(10), Duration.ofSeconds(120), Outage.Kind.CUT);
            }
            return share < 0.8
                    ? length(dice, Duration.ofMillis(100), Outage.GLITCH, Outage.Kind.CUT)
                    : length(dice, Duration.ofSeconds(10), Duration.ofSeconds(60), Outage.Kind.MEDIA_PAUSED);
        });
    }

    private static Outage length(Dice dice, Duration shortest, Duration longest, Outage.Kind kind) {
        return new Outage(0, Math.max(1, (long) dice.logBetween(shortest.toNanos(), longest.toNanos())), kind);
    }
}
