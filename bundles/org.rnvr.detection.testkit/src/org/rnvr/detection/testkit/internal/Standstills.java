package org.rnvr.detection.testkit.internal;

/** When the recorder's machine stands still. */
public final class Standstills {

    /** Never. */
    public static final Standstills NONE = new Standstills(new Dice(0), Nanos.NEVER, Nanos.NEVER, 1, 1);

    private final Dice dice;
    private final double leastBetween;
    private final double mostBetween;
    private final double shortest;
    private final double longest;
    private long begin;
    private long end;

    private Standstills(Dice dice, double leastBetween, double mostBetween, double shortest, double longest) {
        this.dice = dice;
        this.leastBetween = leastBetween;
        this.mostBetween = mostBetween;
        this.shortest = shortest;
        this.longest = longest;
        plan();
    }

    /** At random intervals and of random lengths, all in seconds. */
    public static Standstills every(
            Dice dice, double leastBetween, double mostBetween, double shortest, double longest) {
        return new Standstills(dice, leastBetween, mostBetween, shortest, longest);
    }

    long begin() {
        return begin;
    }

    long end() {
        return end;
    }

    void plan() {
        begin = end + Nanos.ofSeconds(dice.between(leastBetween, mostBetween));
        end = begin + Nanos.ofSeconds(dice.logBetween(shortest, longest));
    }
}
