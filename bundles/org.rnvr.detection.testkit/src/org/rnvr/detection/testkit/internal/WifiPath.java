package org.rnvr.detection.testkit.internal;

/** A radio link that stalls: nothing passes, and then all that was queued. */
public final class WifiPath extends Path {

    private static final double BETWEEN_STALLS = 8;
    private static final double MEDIAN = 0.11;
    private static final double SIGMA = 0.85;
    private static final double LONGEST = 1.2;

    private long stallBegin;
    private long stallEnd;

    /** A link that works at first. */
    public WifiPath(Dice dice) {
        super(dice);
        planStall();
    }

    @Override
    public boolean carry(long sent) {
        long due = delayed(sent);
        while (sent >= stallEnd) {
            planStall();
        }
        if (sent >= stallBegin) {
            arriveHeld(sent, stallEnd, Math.max(due, stallEnd));
        } else {
            arrive(due);
        }
        return true;
    }

    private void planStall() {
        stallBegin = stallEnd + Nanos.ofSeconds(dice.exponential(BETWEEN_STALLS));
        stallEnd = stallBegin + Nanos.ofSeconds(Math.min(LONGEST, dice.lognormal(MEDIAN, SIGMA)));
    }
}
