package org.rnvr.democamera.internal;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** The functions of libgobject that the server needs. */
public interface GObject extends Library {

    NativeLong g_signal_connect_data(
            Pointer instance, String signal, Callback handler, Pointer data, Pointer destroyData, int flags);

    void g_object_weak_ref(Pointer object, Callback gone, Pointer data);

    void g_object_unref(Pointer object);
}
