package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of libgstreamer that carry frames between Java and a pipeline, mapped directly, with the layout of the
 * few structures that are touched. Made for 64-bit Linux. Not to be touched before GStreamer is known to be there.
 */
final class NativeMedia {

    static final int PAD_SRC = 1;
    static final int FORMAT_TIME = 3;
    static final int FLOW_OK = 0;
    static final int MESSAGE_EOS = 1;
    static final int MESSAGE_ERROR = 1 << 1;

    private static final int MINI_OBJECT_FLAGS = 16;
    private static final int MESSAGE_TYPE = 64;
    private static final int BUFFER_PTS = 72;
    private static final int BUFFER_DTS = 80;
    private static final int BUFFER_DURATION = 88;
    private static final int BUFFER_FLAG_DELTA_UNIT = 1 << 13;
    private static final int SEGMENT_START = 48;
    private static final int SEGMENT_STOP = 56;
    private static final int SEGMENT_POSITION = 72;

    static {
        Native.register(NativeMedia.class, NativeLibrary.getInstance("gstreamer-1.0"));
    }

    private NativeMedia() {}

    static native Pointer gst_pad_new(String name, int direction);

    static native int gst_pad_set_active(Pointer pad, int active);

    static native int gst_pad_link(Pointer source, Pointer sink);

    static native int gst_pad_unlink(Pointer source, Pointer sink);

    static native int gst_pad_push(Pointer pad, Pointer buffer);

    static native int gst_pad_push_event(Pointer pad, Pointer event);

    static native Pointer gst_object_ref_sink(Pointer object);

    static native void gst_object_unref(Pointer object);

    static native Pointer gst_element_get_static_pad(Pointer element, String name);

    static native Pointer gst_element_get_bus(Pointer element);

    static native Pointer gst_event_new_stream_start(String stream);

    static native Pointer gst_event_new_caps(Pointer caps);

    static native Pointer gst_event_new_segment(Pointer segment);

    static native Pointer gst_event_new_gap(long time, long duration);

    static native Pointer gst_event_new_eos();

    static native Pointer gst_event_new_flush_start();

    static native Pointer gst_event_new_flush_stop(int resetTime);

    static native Pointer gst_caps_from_string(String caps);

    static native Pointer gst_segment_new();

    static native void gst_segment_init(Pointer segment, int format);

    static native void gst_segment_free(Pointer segment);

    static native Pointer gst_buffer_new_allocate(Pointer allocator, long size, Pointer parameters);

    static native long gst_buffer_fill(Pointer buffer, long offset, byte[] bytes, long size);

    static native long gst_buffer_get_size(Pointer buffer);

    static native long gst_buffer_extract(Pointer buffer, long offset, byte[] bytes, long size);

    static native Pointer gst_sample_get_buffer(Pointer sample);

    static native Pointer gst_sample_get_caps(Pointer sample);

    static native int gst_caps_is_equal(Pointer caps, Pointer other);

    static native Pointer gst_mini_object_ref(Pointer object);

    static native void gst_bus_set_sync_handler(Pointer bus, Pointer handler, Pointer data, Pointer notify);

    static native Pointer gst_bus_timed_pop_filtered(Pointer bus, long timeoutNanos, int types);

    static native void gst_message_parse_error(Pointer message, PointerByReference error, PointerByReference debug);

    static native void gst_mini_object_unref(Pointer object);

    /** A buffer with the bytes of a frame. Times are in nanoseconds. */
    static Pointer buffer(byte[] bytes, long presentation, long decoding, long duration, boolean key) {
        Pointer buffer = gst_buffer_new_allocate(Pointer.NULL, bytes.length, Pointer.NULL);
        gst_buffer_fill(buffer, 0, bytes, bytes.length);
        buffer.setLong(BUFFER_PTS, presentation);
        buffer.setLong(BUFFER_DTS, decoding);
        buffer.setLong(BUFFER_DURATION, duration);
        if (!key) {
            buffer.setInt(MINI_OBJECT_FLAGS, buffer.getInt(MINI_OBJECT_FLAGS) | BUFFER_FLAG_DELTA_UNIT);
        }
        return buffer;
    }

    /** The event that says what times mean: presentation begins at a time and ends before another. */
    static Pointer segment(long start, long stop) {
        Pointer segment = gst_segment_new();
        try {
            gst_segment_init(segment, FORMAT_TIME);
            segment.setLong(SEGMENT_START, start);
            segment.setLong(SEGMENT_STOP, stop);
            segment.setLong(SEGMENT_POSITION, start);
            return gst_event_new_segment(segment);
        } finally {
            gst_segment_free(segment);
        }
    }

    static long presentation(Pointer buffer) {
        return buffer.getLong(BUFFER_PTS);
    }

    static int messageType(Pointer message) {
        return message.getInt(MESSAGE_TYPE);
    }
}
