package org.rnvr.detection.testkit.internal;

/** Takes 25 frames a second and sends them five at a time. */
public final class ClumpingCamera extends Camera {

    private static final int TOGETHER = 5;
    private static final long INTERVAL = Nanos.ofMillis(40);
    private static final long BETWEEN_FRAMES = Nanos.ofMillis(0.2);

    private long frames;
    private long clumpSent;

    /** Beginning with a clump. */
    public ClumpingCamera(Dice dice) {
        super(dice, 50);
    }

    @Override
    public void next() {
        long inClump = frames % TOGETHER;
        long taken = frames * INTERVAL;
        if (inClump == 0) {
            clumpSent = taken + TOGETHER * INTERVAL;
        }
        if (nextIsKey()) {
            clumpSent += Nanos.ofMillis(dice.between(30, 80));
        }
        frames++;
        frame(clumpSent + inClump * BETWEEN_FRAMES, taken);
    }
}
