package org.rnvr.detection.testkit.internal;

/** Loses frames at random. */
public final class LossyUdpPath extends Path {

    private static final double LEAST = 0.05;
    private static final double MOST = 0.20;
    private static final long RATE_LASTS = Nanos.ofSeconds(60);

    private double rate;
    private long rateUntil;

    /** A path with a random rate of loss. */
    public LossyUdpPath(Dice dice) {
        super(dice);
    }

    @Override
    public boolean carry(long sent) {
        if (sent >= rateUntil) {
            rate = dice.between(LEAST, MOST);
            rateUntil = sent + RATE_LASTS;
        }
        if (dice.chance(rate)) {
            return false;
        }
        arrive(delayed(sent));
        return true;
    }
}
