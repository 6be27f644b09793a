package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.util.Optional;

/** Decodes frame by frame. One thread. */
public interface Decoder extends AutoCloseable {

    /** Gives a frame. Times are in nanoseconds, not negative. */
    void feed(byte[] frame, long presentation, long decoding, boolean key) throws IOException;

    /** The next decoded frame, in the order of showing, if one is there. */
    Optional<DecodedFrame> poll() throws IOException;

    /** Brings out what is still inside. Before more is given, {@link #flush} must be called. */
    void drain();

    /** Forgets all that was given. The next frame must be a key frame. */
    void flush();

    /** Stops and releases it; decoded frames stay valid. */
    @Override
    void close();
}
