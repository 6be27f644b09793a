package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;

/** Carries out one order, part by part. One thread. */
interface Performance extends AutoCloseable {

    /**
     * Does the next little part.
     *
     * @throws IOException if nothing can be shown, with a message for the operator; then it is of no use any more
     */
    Progress next() throws IOException;

    @Override
    default void close() {
        // Most hold nothing.
    }
}
