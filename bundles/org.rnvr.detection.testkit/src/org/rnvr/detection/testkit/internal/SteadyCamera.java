package org.rnvr.detection.testkit.internal;

/** The same rate for ever. */
public final class SteadyCamera extends Camera {

    private final double interval;
    private final double phase;
    private long frames;

    /** At a rate. */
    public SteadyCamera(Dice dice, double framesPerSecond) {
        super(dice, Math.max(1, (int) (2 * framesPerSecond)));
        interval = 1e9 / framesPerSecond;
        phase = dice.between(0, interval);
    }

    @Override
    public void next() {
        long taken = (long) (frames * interval);
        frames++;
        frame((long) (phase + taken), taken);
    }
}
