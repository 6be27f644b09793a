package org.rnvr.lab.bench;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** What is needed of libXtst, which GTK brings along: a mouse that nobody holds. */
interface XTest extends Library {
    XTest INSTANCE = Native.load("Xtst", XTest.class);

    int XTestFakeMotionEvent(Pointer display, int screen, int x, int y, NativeLong delay);

    int XTestFakeButtonEvent(Pointer display, int button, int press, NativeLong delay);
}
