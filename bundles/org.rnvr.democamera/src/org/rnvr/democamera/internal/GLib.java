package org.rnvr.democamera.internal;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** The functions of libglib that the server needs. */
public interface GLib extends Library {

    Pointer g_main_context_new();

    void g_main_context_unref(Pointer context);

    Pointer g_main_loop_new(Pointer context, boolean running);

    void g_main_loop_run(Pointer loop);

    void g_main_loop_quit(Pointer loop);

    void g_main_loop_unref(Pointer loop);

    void g_source_destroy(Pointer source);

    Pointer g_main_context_find_source_by_id(Pointer context, int id);

    void g_error_free(Pointer error);

    void g_free(Pointer memory);
}
