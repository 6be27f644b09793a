package org.rnvr.pipeline.gst.internal;

/**
 * Whether a picture is shown so small that a camera's second stream does. Between the bounds it stays what it was, so that a
 * window that is dragged to and fro around one of them does not open and close sessions.
 */
final class Smallness {

    /** At most so many pixels are small. */
    static final long SMALL = 640L * 360;

    /** More than so many pixels are large. */
    static final long LARGE = SMALL * 3 / 2;

    private boolean small;

    boolean isSmall() {
        return small;
    }

    /**
     * Takes up the size of a window in pixels.
     *
     * @return whether that changed anything
     */
    boolean resized(int width, int height) {
        long pixels = (long) Math.max(0, width) * Math.max(0, height);
        boolean before = small;
        small = pixels <= SMALL || small && pixels <= LARGE;
        return small != before;
    }
}
