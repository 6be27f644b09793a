package org.rnvr.democamera.internal;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** The functions of libgstapp that the server needs. */
public interface GstApp extends Library {

    Pointer gst_app_sink_try_pull_sample(Pointer sink, long timeoutNanos);

    boolean gst_app_sink_is_eos(Pointer sink);

    void gst_app_src_set_caps(Pointer source, Pointer caps);
}
