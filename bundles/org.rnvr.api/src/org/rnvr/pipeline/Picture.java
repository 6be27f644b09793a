package org.rnvr.pipeline;

import java.util.Objects;

/**
 * A decoded picture of a camera. Nobody changes its pixels any more: whoever handed it over has let go of them, and whoever
 * holds it only reads them, on whatever thread.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pixels four bytes a pixel, blue, green, red and one without meaning, in rows from left to right and from top to bottom,
 *     nothing between them
 */
public record Picture(int width, int height, byte[] pixels) {

    /** How many bytes a pixel has. */
    public static final int BYTES_A_PIXEL = 4;

    /**
     * A picture.
     *
     * @throws IllegalArgumentException if it is empty, or if there are more or fewer pixels than fit
     */
    public Picture {
        Objects.requireNonNull(pixels);
        if (width <= 0 || height <= 0 || pixels.length != (long) BYTES_A_PIXEL * width * height) {
            throw new IllegalArgumentException(width + " x " + height + " pixels of " + pixels.length + " bytes");
        }
    }
}
