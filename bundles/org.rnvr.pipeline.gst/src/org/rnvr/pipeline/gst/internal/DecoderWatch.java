package org.rnvr.pipeline.gst.internal;

/**
 * Notices that a decoder gives no pictures of what it takes. Most say so when they fail, but not those that go over what they
 * cannot decode: a picture would stand still as if it were live. Any thread.
 */
final class DecoderWatch {

    /** More than any decoder keeps to itself at a time, of a stream that needs it. */
    static final int FRAMES = 50;

    private boolean begun;
    private int frames;
    private boolean told;

    /**
     * The decoder is about to take a frame. Frames that follow no key frame do not count: there may be no picture of them.
     *
     * @return true once, when pictures are missing
     */
    synchronized boolean onFrame(boolean key) {
        begun |= key;
        if (begun) {
            frames++;
        }
        boolean missing = frames > FRAMES && !told;
        told |= missing;
        return missing;
    }

    /** The decoder gave a picture. */
    synchronized void onPicture() {
        begun = false;
        frames = 0;
    }
}
