package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/** Brings buffers that were kept to where they belong, in place of the thread that carried them. */
final class Feed {

    private static final int[] PRECEDING = {NativeGst.EVENT_STREAM_START, NativeGst.EVENT_CAPS, NativeGst.EVENT_SEGMENT
    };

    private Feed() {}

    /** The events that a pad last carried and that make sense of its buffers; the caller owns them. */
    static List<Long> precedingEvents(Pointer source) {
        List<Long> events = new ArrayList<>();
        for (int type : PRECEDING) {
            Pointer event = NativeGst.gst_pad_get_sticky_event(source, type, 0);
            if (event != null) {
                events.add(Pointer.nativeValue(event));
            }
        }
        return events;
    }

    /** Sends what was kept, which is gone then, into a pad that is linked to nothing. */
    static void chain(Pointer sink, Memory.Contents kept) {
        for (long address : kept.events()) {
            NativeGst.gst_pad_send_event(sink, new Pointer(address));
        }
        for (Kept.Item item : kept.buffers()) {
            NativeGst.gst_pad_chain(sink, new Pointer(item.address()));
        }
    }

    /**
     * Pushes what was kept, which is gone then, out of the pad that carried it before; on the thread that carries what
     * follows. The pad knows the events.
     */
    static void push(Pointer source, Memory.Contents kept) {
        dropEvents(kept);
        for (Kept.Item item : kept.buffers()) {
            NativeGst.gst_pad_push(source, new Pointer(item.address()));
        }
    }

    /** Lets go of what was kept without bringing it anywhere. */
    static void drop(Memory.Contents kept) {
        dropEvents(kept);
        for (Kept.Item item : kept.buffers()) {
            NativeGst.gst_mini_object_unref(new Pointer(item.address()));
        }
    }

    private static void dropEvents(Memory.Contents kept) {
        for (long address : kept.events()) {
            NativeGst.gst_mini_object_unref(new Pointer(address));
        }
    }
}
