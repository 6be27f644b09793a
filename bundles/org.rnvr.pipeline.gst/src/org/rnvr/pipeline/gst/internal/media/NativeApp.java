package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** The functions of libgstapp that take decoded frames out of a pipeline. */
final class NativeApp {

    static {
        Native.register(NativeApp.class, NativeLibrary.getInstance("gstapp-1.0"));
    }

    private NativeApp() {}

    static native Pointer gst_app_sink_try_pull_sample(Pointer sink, long timeoutNanos);

    static native int gst_app_sink_is_eos(Pointer sink);
}
