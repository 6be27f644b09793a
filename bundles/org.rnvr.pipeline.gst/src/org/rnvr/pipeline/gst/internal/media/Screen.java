package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;

/** Where decoded frames are drawn. One thread. */
public interface Screen extends AutoCloseable {

    /** Draws a frame, which stays the caller's. */
    void draw(DecodedFrame frame) throws IOException;

    /** Takes note of its size, which may have changed. */
    void measure();

    /** Leaves it. */
    @Override
    void close();
}
