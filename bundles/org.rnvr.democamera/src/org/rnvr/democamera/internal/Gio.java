package org.rnvr.democamera.internal;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** The functions of libgio that the server needs. */
public interface Gio extends Library {

    boolean g_socket_shutdown(Pointer socket, boolean read, boolean write, Pointer error);
}
