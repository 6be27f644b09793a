package org.rnvr.democamera.internal;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The calls made for every access unit of every client. Mapped directly, because a call through an interface of
 * JNA costs several times as much.
 */
final class BufferCalls {

    private BufferCalls() {}

    /** The functions of libgstreamer. */
    static final class Core {

        static {
            Native.register(NativeLibrary.getInstance(Natives.GSTREAMER));
        }

        private Core() {}

        static native Pointer gst_mini_object_copy(Pointer object);

        static native void gst_mini_object_unref(Pointer object);
    }

    /** The functions of libgstapp. */
    static final class App {

        static {
            Native.register(NativeLibrary.getInstance(Natives.GSTREAMER_APP));
        }

        private App() {}

        static native int gst_app_src_push_buffer(Pointer source, Pointer buffer);

        static native long gst_app_src_get_current_level_bytes(Pointer source);
    }
}
