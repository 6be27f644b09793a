package org.rnvr.pipeline.gst.internal.media;

/** A decoded frame in native memory, until it is closed. One thread. */
public interface DecodedFrame extends AutoCloseable {

    /** The time it was given before it was decoded. */
    long time();

    @Override
    void close();
}
