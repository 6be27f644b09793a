package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** The functions of libgobject that are needed beside gst1-java-core. Used for rare calls only. */
public interface NativeGObject extends Library {

    NativeGObject INSTANCE = Native.load("gobject-2.0", NativeGObject.class);

    void g_signal_emit_by_name(Pointer instance, String signal, Object... arguments);

    NativeLong g_signal_connect_data(
            Pointer instance, String signal, Callback handler, Pointer data, Pointer destroyNotify, int flags);

    void g_signal_handler_disconnect(Pointer instance, NativeLong handler);

    void g_object_set(Pointer object, String property, Object... valueAndEnd);

    void g_object_get(Pointer object, String property, Object... placeAndEnd);

    void g_free(Pointer memory);

    void g_error_free(Pointer error);

    String g_quark_to_string(int quark);
}
