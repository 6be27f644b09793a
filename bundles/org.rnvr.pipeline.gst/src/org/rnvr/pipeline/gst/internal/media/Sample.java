package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Pointer;

/** A decoded frame as GStreamer has it: what is in a sample of an appsink, which uses the sample itself again. */
final class Sample implements DecodedFrame {

    private final Pointer buffer;
    private final Pointer caps;
    private boolean closed;

    /** Takes over what is in a sample, which is gone then. */
    Sample(Pointer sample) {
        buffer = NativeMedia.gst_mini_object_ref(NativeMedia.gst_sample_get_buffer(sample));
        caps = NativeMedia.gst_mini_object_ref(NativeMedia.gst_sample_get_caps(sample));
        NativeMedia.gst_mini_object_unref(sample);
    }

    @Override
    public long time() {
        return NativeMedia.presentation(buffer);
    }

    /** How the picture is laid out; not the caller's. */
    Pointer caps() {
        return caps;
    }

    /** The picture; not the caller's. */
    Pointer buffer() {
        return buffer;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            NativeMedia.gst_mini_object_unref(buffer);
            NativeMedia.gst_mini_object_unref(caps);
        }
    }
}
