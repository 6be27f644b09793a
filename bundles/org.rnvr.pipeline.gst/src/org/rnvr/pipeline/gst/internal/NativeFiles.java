package org.rnvr.pipeline.gst.internal;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/** The functions of libc about files that Java lacks. */
final class NativeFiles {

    /** {@code O_RDONLY | O_CLOEXEC} of Linux. */
    static final int READ_ONLY = 0x80000;

    static {
        Native.register(NativeFiles.class, Platform.C_LIBRARY_NAME);
    }

    private NativeFiles() {}

    static native int open(String path, int flags) throws LastErrorException;

    static native int syncfs(int descriptor) throws LastErrorException;

    static native int close(int descriptor) throws LastErrorException;
}
