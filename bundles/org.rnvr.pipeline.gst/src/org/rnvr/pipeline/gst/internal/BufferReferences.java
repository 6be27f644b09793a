package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;

/** References to GStreamer's buffers and events. */
final class BufferReferences implements Memory.References {

    @Override
    public void add(long address) {
        NativeGst.gst_mini_object_ref(new Pointer(address));
    }

    @Override
    public void remove(long address) {
        NativeGst.gst_mini_object_unref(new Pointer(address));
    }
}
