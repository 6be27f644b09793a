package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Pointer;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * A pad by which Java gives buffers to an element. They are taken on the calling thread, as far as the next queue. One
 * thread.
 */
final class Inlet {

    private final Pointer sink;
    private final Pointer pad;

    /** Opens the way into an element. */
    Inlet(Element element) {
        sink = NativeMedia.gst_element_get_static_pad(Natives.getRawPointer(element), "sink");
        pad = NativeMedia.gst_object_ref_sink(NativeMedia.gst_pad_new("feed", NativeMedia.PAD_SRC));
        NativeMedia.gst_pad_set_active(pad, 1);
        NativeMedia.gst_pad_link(pad, sink);
        NativeMedia.gst_pad_push_event(pad, NativeMedia.gst_event_new_stream_start(element.getName()));
    }

    /** Says what comes. */
    void caps(String caps) {
        Pointer parsed = NativeMedia.gst_caps_from_string(caps);
        caps(parsed);
        NativeMedia.gst_mini_object_unref(parsed);
    }

    /** Says what comes; the caller keeps the caps. */
    void caps(Pointer caps) {
        NativeMedia.gst_pad_push_event(pad, NativeMedia.gst_event_new_caps(caps));
    }

    /** Sends an event, which is gone then. */
    void event(Pointer event) {
        NativeMedia.gst_pad_push_event(pad, event);
    }

    /**
     * Gives a buffer, which is gone then.
     *
     * @return whether it was taken
     */
    boolean push(Pointer buffer) {
        return NativeMedia.gst_pad_push(pad, buffer) == NativeMedia.FLOW_OK;
    }

    /** Lets go of the pad; the element is stopped. */
    void release() {
        NativeMedia.gst_pad_set_active(pad, 0);
        NativeMedia.gst_pad_unlink(pad, sink);
        NativeMedia.gst_object_unref(pad);
        NativeMedia.gst_object_unref(sink);
    }
}
