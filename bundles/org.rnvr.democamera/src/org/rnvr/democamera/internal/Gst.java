package org.rnvr.democamera.internal;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** The functions of libgstreamer that the server needs. */
public interface Gst extends Library {

    int STATE_NULL = 1;
    int STATE_PLAYING = 4;
    int BUFFER_DISCONT = 1 << 6;
    int BUFFER_RESYNC = 1 << 7;
    int MESSAGE_ERROR = 1 << 1;
    int PROBE_BLOCK_MEDIA = 1 << 1 | 1 << 4 | 1 << 5;

    void gst_segtrap_set_enabled(boolean enabled);

    boolean gst_init_check(Pointer argc, Pointer argv, PointerByReference error);

    Pointer gst_element_factory_find(String name);

    Pointer gst_parse_launch(String description, PointerByReference error);

    int gst_element_set_state(Pointer element, int state);

    Pointer gst_element_get_bus(Pointer element);

    Pointer gst_pad_get_peer(Pointer pad);

    Pointer gst_pad_get_parent_element(Pointer pad);

    Pointer gst_element_get_static_pad(Pointer element, String name);

    Pointer gst_bin_get_by_name(Pointer bin, String name);

    Pointer gst_bus_pop_filtered(Pointer bus, int types);

    void gst_message_parse_error(Pointer message, PointerByReference error, PointerByReference debug);

    void gst_util_set_object_arg(Pointer object, String property, String value);

    /** A null callback is allowed for a blocking probe: the pad stays blocked until the probe is removed. */
    NativeLong gst_pad_add_probe(Pointer pad, int mask, Pointer callback, Pointer data, Pointer destroyData);

    void gst_pad_remove_probe(Pointer pad, NativeLong id);

    Pointer gst_structure_from_string(String text, PointerByReference end);

    void gst_structure_free(Pointer structure);

    Pointer gst_sample_get_buffer(Pointer sample);

    Pointer gst_sample_get_caps(Pointer sample);

    boolean gst_buffer_unset_flags(Pointer buffer, int flags);

    void gst_object_unref(Pointer object);

    Pointer gst_mini_object_ref(Pointer object);

    Pointer gst_mini_object_copy(Pointer object);

    void gst_mini_object_unref(Pointer object);
}
