package org.rnvr.pipeline.gst.internal;

import com.sun.jna.CallbackThreadInitializer;

/** How GStreamer's own threads appear in this VM. They are pooled, so that they belong to no camera. */
final class StreamThreads {

    private StreamThreads() {}

    /** For a callback; a thread keeps the name and stays attached until it ends. */
    static CallbackThreadInitializer initializer() {
        return new CallbackThreadInitializer(true, false, "gst-stream");
    }
}
