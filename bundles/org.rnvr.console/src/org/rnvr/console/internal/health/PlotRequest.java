package org.rnvr.console.internal.health;

import java.util.Objects;
import org.eclipse.swt.graphics.RGB;

/**
 * How a plot is to look.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param ground what is behind it
 * @param text its words
 * @param textSize their height in pixels
 */
record PlotRequest(int width, int height, RGB ground, RGB text, int textSize) {
    PlotRequest {
        Objects.requireNonNull(ground);
        Objects.requireNonNull(text);
        if (width < 1 || height < 1 || textSize < 1) {
            throw new IllegalArgumentException(width + " x " + height + ", " + textSize);
        }
    }

    private static final float MIDDLE = 0.5f;

    /** Whether it is drawn on a dark ground. */
    boolean isDark() {
        return ground.getHSB()[2] < MIDDLE;
    }
}
