package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Pointer;
import org.rnvr.pipeline.gst.internal.NativeGObject;

/** The text of a GError. */
final class ErrorText {

    private static final long MESSAGE = 2L * Integer.BYTES;

    private ErrorText() {}

    /** Reads an error and frees it, and what was said about it for developers. */
    static String take(Pointer error, Pointer debug) {
        String text =
                error == null ? "unknown error" : error.getPointer(MESSAGE).getString(0, "UTF-8");
        if (error != null) {
            NativeGObject.INSTANCE.g_error_free(error);
        }
        if (debug != null) {
            text += " (" + debug.getString(0, "UTF-8").strip().replace('\n', ' ') + ")";
            NativeGObject.INSTANCE.g_free(debug);
        }
        return text;
    }
}
