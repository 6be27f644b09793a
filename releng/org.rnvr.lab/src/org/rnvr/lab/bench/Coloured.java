package org.rnvr.lab.bench;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Where on a screen something has a colour. Behind the ball of a demo camera's picture the ground is coloured, and in the
 * console nothing of that size is.
 *
 * @param pixels which of them have a colour
 * @param of how many were looked at
 */
record Coloured(BitSet pixels, int of) {

    /** How far the channels of a pixel differ that is not grey, of 255. */
    private static final int LEAST_DIFFERENCE = 48;

    /** Of what is looked at, one part in so many is the least that a picture takes. */
    private static final int PARTS = 20;

    private static final int CHANNEL = 0xff;

    static Coloured in(int... screen) {
        BitSet pixels = new BitSet(screen.length);
        IntStream.range(0, screen.length)
                .filter(index -> hasColour(screen[index]))
                .forEach(pixels::set);
        return new Coloured(pixels, screen.length);
    }

    private static boolean hasColour(int pixel) {
        int red = pixel >> 16 & CHANNEL;
        int green = pixel >> 8 & CHANNEL;
        int blue = pixel & CHANNEL;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) >= LEAST_DIFFERENCE;
    }

    /** Whether there is as much colour as only a picture has. */
    boolean isPicture() {
        return pixels.cardinality() * (long) PARTS >= of;
    }

    /** Whether a later look at the same place shows that the picture moves. */
    boolean movesTo(Coloured later) {
        return isPicture() && later.isPicture() && !pixels.equals(later.pixels);
    }
}
