package org.rnvr.lab.bench;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;

/** What is needed of libX11. */
interface X11 extends Library {
    X11 INSTANCE = Native.load("X11", X11.class);

    /** Hears of what a server refuses; without one, that ends the process. */
    interface ErrorHandler extends Callback {
        int onError(Pointer display, Pointer event);
    }

    Pointer XSetErrorHandler(ErrorHandler handler);

    Pointer XOpenDisplay(String name);

    NativeLong XDefaultRootWindow(Pointer display);

    NativeLong XCreateSimpleWindow(
            Pointer display,
            NativeLong parent,
            int x,
            int y,
            int width,
            int height,
            int border,
            NativeLong borderColor,
            NativeLong background);

    int XMapWindow(Pointer display, NativeLong window);

    int XMoveWindow(Pointer display, NativeLong window, int x, int y);

    int XGetWindowAttributes(Pointer display, NativeLong window, Pointer attributes);

    int XDestroyWindow(Pointer display, NativeLong window);

    int XQueryTree(
            Pointer display,
            NativeLong window,
            NativeLongByReference root,
            NativeLongByReference parent,
            PointerByReference children,
            IntByReference count);

    int XFree(Pointer data);

    int XSync(Pointer display, int discard);

    Pointer XGetImage(
            Pointer display, NativeLong drawable, int x, int y, int width, int height, NativeLong planes, int format);

    int XDestroyImage(Pointer image);

    int XCloseDisplay(Pointer display);
}
