package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Pointer;

/** A decoded frame as GStreamer has it. */
final class Sample implements DecodedFrame {

    private final Pointer sample;
    private boolean closed;

    /** Takes a sample over. */
    Sample(Pointer sample) {
        this.sample = sample;
    }

    @Override
    public long time() {
        return NativeMedia.presentation(buffer());
    }

    /** How the picture is laid out; not the caller's. */
    Pointer caps() {
        return NativeMedia.gst_sample_get_caps(sample);
    }

    /** The picture; not the caller's. */
    Pointer buffer() {
        return NativeMedia.gst_sample_get_buffer(sample);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            NativeMedia.gst_mini_object_unref(sample);
        }
    }
}
