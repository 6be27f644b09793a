package org.rnvr.democamera.internal;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** The functions of libgstrtsp, the protocol's messages, that the server needs. */
public interface GstRtsp extends Library {

    int METHOD_GET_PARAMETER = 1 << 2;

    int gst_rtsp_find_header_field(String header);

    int gst_rtsp_message_parse_request(
            Pointer message, IntByReference method, PointerByReference uri, IntByReference version);

    Pointer gst_rtsp_connection_get_read_socket(Pointer connection);

    int gst_rtsp_message_unset(Pointer message);

    int gst_rtsp_message_init_data(Pointer message, byte channel);

    int gst_rtsp_message_set_body(Pointer message, byte[] data, int size);

    int gst_rtsp_message_get_header(Pointer message, int field, PointerByReference value, int index);

    int gst_rtsp_message_remove_header(Pointer message, int field, int index);

    int gst_rtsp_message_add_header(Pointer message, int field, String value);
}
