package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Callback;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of libgstreamer that gst1-java-core lacks or makes costly, mapped directly, with the layout of the few
 * structures that are read. Made for 64-bit Linux. Loading this class loads the library, so it must not be touched before
 * {@link GstRuntime} said that it is there.
 */
final class NativeGst {

    static final int PROBE_OK = 1;
    static final int PROBE_DROP = 0;
    static final int PROBE_REMOVE = 2;
    /** The probe has answered a query. */
    static final int PROBE_HANDLED = 4;

    static final int PROBE_TYPE_IDLE = 1;
    static final int PROBE_TYPE_BLOCK = 1 << 1;
    static final int PROBE_TYPE_BUFFER = 1 << 4;
    static final int PROBE_TYPE_BUFFER_LIST = 1 << 5;
    static final int PROBE_TYPE_EVENT_DOWNSTREAM = 1 << 6;
    static final int PROBE_TYPE_QUERY_UPSTREAM = 1 << 10;
    static final int PROBE_TYPE_BLOCK_DOWNSTREAM =
            PROBE_TYPE_BLOCK | PROBE_TYPE_BUFFER | PROBE_TYPE_BUFFER_LIST | PROBE_TYPE_EVENT_DOWNSTREAM;

    static final int PAD_SRC = 1;
    static final int LINK_CHECK_NOTHING = 0;
    static final int LINK_OK = 0;
    static final long CLOCK_TIME_NONE = -1;
    static final int BUS_DROP = 0;
    static final int STREAM_STATUS_ENTER = 1;

    /** Of {@code GstEventType}. */
    static final int EVENT_STREAM_START = 40 << 8 | 14;

    static final int EVENT_CAPS = 50 << 8 | 14;
    static final int EVENT_SEGMENT = 70 << 8 | 14;

    private static final int VALUE_DATA = 8;
    private static final int PROBE_INFO_DATA = 16;
    private static final int MINI_OBJECT_FLAGS = 16;
    private static final int MINI_OBJECT_SIZE = 64;
    private static final int BUFFER_PTS = 72;
    private static final int BUFFER_DTS = 80;
    private static final int BUFFER_FLAG_DELTA_UNIT = 1 << 13;
    private static final int MESSAGE_SOURCE = 80;
    private static final int MAP_READ = 1;
    private static final int MAP_INFO_BYTES = 104;
    private static final int MAP_INFO_DATA = 16;
    private static final int MAP_INFO_SIZE = 24;

    static {
        Native.register(NativeGst.class, NativeLibrary.getInstance("gstreamer-1.0"));
    }

    private NativeGst() {}

    /** {@code GstPadProbeCallback}. */
    interface ProbeCallback extends Callback {
        int invoke(Pointer pad, Pointer info, Pointer data);
    }

    /** {@code GstBusSyncHandler}. */
    interface BusCallback extends Callback {
        int invoke(Pointer bus, Pointer message, Pointer data);
    }

    /** {@code GstPromiseChangeFunc}. */
    interface PromiseCallback extends Callback {
        void invoke(Pointer promise, Pointer data);
    }

    static native long gst_pad_add_probe(
            Pointer pad, int mask, ProbeCallback callback, Pointer data, Pointer destroyNotify);

    static native void gst_pad_remove_probe(Pointer pad, long id);

    static native int gst_pad_link_full(Pointer source, Pointer sink, int checks);

    static native int gst_pad_unlink(Pointer source, Pointer sink);

    static native Pointer gst_pad_get_peer(Pointer pad);

    static native int gst_pad_send_event(Pointer pad, Pointer event);

    static native int gst_pad_push(Pointer pad, Pointer buffer);

    static native int gst_pad_chain(Pointer pad, Pointer buffer);

    static native Pointer gst_pad_get_sticky_event(Pointer pad, int type, int index);

    static native void gst_pad_set_offset(Pointer pad, long offset);

    static native int gst_pad_set_active(Pointer pad, int active);

    static native Pointer gst_pad_get_current_caps(Pointer pad);

    static native Pointer gst_pad_query_caps(Pointer pad, Pointer filter);

    static native Pointer gst_event_new_eos();

    static native Pointer gst_event_type_get_name(int type);

    static native void gst_event_parse_caps(Pointer event, PointerByReference caps);

    static native Pointer gst_query_type_get_name(int type);

    static native void gst_query_set_latency(Pointer query, int live, long minimum, long maximum);

    static native int gst_caps_is_equal(Pointer caps, Pointer other);

    static native Pointer gst_caps_get_structure(Pointer caps, int index);

    static native long gst_buffer_get_size(Pointer buffer);

    static native long gst_buffer_extract(Pointer buffer, long offset, byte[] destination, long size);

    static native int gst_buffer_map(Pointer buffer, Pointer info, int flags);

    static native void gst_buffer_unmap(Pointer buffer, Pointer info);

    static native Pointer gst_mini_object_ref(Pointer object);

    static native Pointer gst_mini_object_make_writable(Pointer object);

    static native void gst_mini_object_unref(Pointer object);

    static native void gst_object_unref(Pointer object);

    static native Pointer gst_object_get_path_string(Pointer object);

    static native Pointer gst_element_get_static_pad(Pointer element, String name);

    static native Pointer gst_element_request_pad_simple(Pointer element, String name);

    static native void gst_element_release_request_pad(Pointer element, Pointer pad);

    static native int gst_element_add_pad(Pointer element, Pointer pad);

    static native Pointer gst_ghost_pad_new(String name, Pointer target);

    static native Pointer gst_ghost_pad_new_no_target(String name, int direction);

    static native int gst_ghost_pad_set_target(Pointer ghost, Pointer target);

    static native Pointer gst_element_get_bus(Pointer element);

    static native void gst_bus_set_sync_handler(Pointer bus, BusCallback handler, Pointer data, Pointer notify);

    static native Pointer gst_message_type_get_name(int type);

    static native void gst_message_parse_error(Pointer message, PointerByReference error, PointerByReference debug);

    static native void gst_message_parse_warning(Pointer message, PointerByReference error, PointerByReference debug);

    static native void gst_message_parse_buffering(Pointer message, IntByReference percent);

    static native void gst_message_parse_stream_status(Pointer message, IntByReference type, PointerByReference owner);

    static native Pointer gst_message_get_structure(Pointer message);

    static native Pointer gst_structure_get_name(Pointer structure);

    static native int gst_structure_get_int(Pointer structure, String field, IntByReference value);

    static native int gst_structure_get_uint(Pointer structure, String field, IntByReference value);

    static native int gst_structure_get_uint64(Pointer structure, String field, LongByReference value);

    static native Pointer gst_structure_get_value(Pointer structure, String field);

    static native Pointer gst_promise_new_with_change_func(PromiseCallback callback, Pointer data, Pointer notify);

    static native Pointer gst_promise_get_reply(Pointer promise);

    static native Pointer gst_element_factory_find(String name);

    static Pointer probedData(Pointer info) {
        return info.getPointer(PROBE_INFO_DATA);
    }

    /** What a {@code GValue} of a boxed type holds. */
    static Pointer boxed(Pointer value) {
        return value.getPointer(VALUE_DATA);
    }

    /** Sets the presentation time of the buffer that a probe is about, and returns the buffer that goes on. */
    static Pointer timedBuffer(Pointer info, long presentationTime) {
        Pointer buffer = gst_mini_object_make_writable(probedData(info));
        buffer.setLong(BUFFER_PTS, presentationTime);
        info.setPointer(PROBE_INFO_DATA, buffer);
        return buffer;
    }

    static int probeType(Pointer info) {
        return info.getInt(0);
    }

    static boolean isKeyFrame(Pointer buffer) {
        return (buffer.getInt(MINI_OBJECT_FLAGS) & BUFFER_FLAG_DELTA_UNIT) == 0;
    }

    /** What a buffer holds, in one copy: {@link #gst_buffer_extract} into an array makes three. */
    static byte[] bytes(Pointer buffer) {
        try (Memory info = new Memory(MAP_INFO_BYTES)) {
            if (gst_buffer_map(buffer, info, MAP_READ) == 0) {
                throw new IllegalStateException("a buffer cannot be read");
            }
            try {
                return info.getPointer(MAP_INFO_DATA).getByteArray(0, (int) info.getLong(MAP_INFO_SIZE));
            } finally {
                gst_buffer_unmap(buffer, info);
            }
        }
    }

    static long presentationTime(Pointer buffer) {
        return buffer.getLong(BUFFER_PTS);
    }

    static long decodingTime(Pointer buffer) {
        return buffer.getLong(BUFFER_DTS);
    }

    static String eventName(Pointer event) {
        return gst_event_type_get_name(event.getInt(MINI_OBJECT_SIZE)).getString(0);
    }

    static String queryName(Pointer query) {
        return gst_query_type_get_name(query.getInt(MINI_OBJECT_SIZE)).getString(0);
    }

    static String messageName(Pointer message) {
        return gst_message_type_get_name(message.getInt(MINI_OBJECT_SIZE)).getString(0);
    }

    static Pointer messageSource(Pointer message) {
        return message.getPointer(MESSAGE_SOURCE);
    }
}
