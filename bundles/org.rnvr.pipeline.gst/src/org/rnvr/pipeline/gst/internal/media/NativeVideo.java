package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** The functions of libgstvideo that convert one frame. */
final class NativeVideo {

    static {
        Native.register(NativeVideo.class, NativeLibrary.getInstance("gstvideo-1.0"));
    }

    private NativeVideo() {}

    static native Pointer gst_video_convert_sample(
            Pointer sample, Pointer caps, long timeoutNanos, PointerByReference error);
}
