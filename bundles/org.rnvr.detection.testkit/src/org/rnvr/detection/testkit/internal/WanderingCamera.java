package org.rnvr.detection.testkit.internal;

/** A rate that takes small random steps between 10 and 30 frames a second. */
public final class WanderingCamera extends Camera {

    private static final double LEAST = 10;
    private static final double MOST = 30;
    private static final double STEP = 0.3;

    private double rate;
    private long sent;

    /** Beginning at a random rate. */
    public WanderingCamera(Dice dice) {
        super(dice, 40);
        rate = dice.between(LEAST, MOST);
    }

    @Override
    public void next() {
        rate += dice.between(-STEP, STEP);
        if (rate < LEAST) {
            rate = 2 * LEAST - rate;
        } else if (rate > MOST) {
            rate = 2 * MOST - rate;
        }
        sent += Nanos.ofSeconds(1 / rate);
        frame(sent, sent);
    }
}
