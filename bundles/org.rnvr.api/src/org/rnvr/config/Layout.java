package org.rnvr.config;

/**
 * A grid of tiles.
 *
 * @param columns 1 to 8
 * @param rows 1 to 8
 */
public record Layout(int columns, int rows) {

    /** Largest number of columns and of rows. */
    public static final int LARGEST = 8;

    public Layout {
        if (columns < 1 || columns > LARGEST || rows < 1 || rows > LARGEST) {
            throw new IllegalArgumentException("A layout has 1x1 to 8x8 tiles, not " + columns + "x" + rows);
        }
    }

    /** As in the configuration, for example {@code 2x2}. */
    @Override
    public String toString() {
        return columns + "x" + rows;
    }
}
