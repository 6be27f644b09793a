package org.rnvr.control;

/**
 * How fast a camera moves, as a part of its greatest speed, -1 to 1 each.
 *
 * @param pan to the right, negative to the left
 * @param tilt upwards, negative downwards
 * @param zoom nearer, negative farther
 */
public record PtzVelocity(double pan, double tilt, double zoom) {

    /** No movement. */
    public static final PtzVelocity STILL = new PtzVelocity(0, 0, 0);

    public PtzVelocity {
        check(pan);
        check(tilt);
        check(zoom);
    }

    /** Whether nothing moves. */
    public boolean isStill() {
        return pan == 0 && tilt == 0 && zoom == 0;
    }

    private static void check(double part) {
        if (!(part >= -1 && part <= 1)) {
            throw new IllegalArgumentException(part + " is not between -1 and 1");
        }
    }
}
