package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import org.rnvr.pipeline.Picture;

/** Pictures of GStreamer as they are handed to who draws them. */
public final class PaintedPictures {

    /** How they are laid out, in whatever size they have. */
    public static final String CAPS = "video/x-raw,format=BGRx,pixel-aspect-ratio=1/1";

    /** Of a picture in pixels. */
    public record Size(int width, int height) {

        /** What caps say. */
        public static Size of(Pointer caps) {
            Pointer structure = NativeGst.gst_caps_get_structure(caps, 0);
            return new Size(number(structure, "width"), number(structure, "height"));
        }

        private static int number(Pointer structure, String field) {
            IntByReference value = new IntByReference();
            NativeGst.gst_structure_get_int(structure, field, value);
            return value.getValue();
        }
    }

    private PaintedPictures() {}

    /** Caps of those that fit into a size. */
    public static String within(int width, int height) {
        // A range and not a size: the scaler keeps the proportions then, and makes no picture larger than it came.
        return CAPS + ",width=" + upTo(width) + ",height=" + upTo(height);
    }

    private static String upTo(int most) {
        // A range of one number is none for GStreamer.
        return "[1," + Math.max(2, most) + "]";
    }

    /** A picture that does not need its buffer any more. */
    public static Picture copy(Pointer buffer, Size size) {
        return new Picture(size.width(), size.height(), NativeGst.bytes(buffer));
    }
}
