package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.time.Duration;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.glib.Natives;

/**
 * Where the frames of a track go into a pipeline: a pad before a queue without limits. How much the queue holds is watched
 * here, since a full queue would block this thread for as long as whatever comes after it does.
 */
final class Feed {

    private static final int MOST_WAITING_BYTES = 16 << 20;
    private static final int BYTES_BETWEEN_LOOKS = 1 << 20;
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final int MOST_LOOKS = 12_000;

    private final FedPipeline pipeline;
    private final Element queue;
    private final Pointer sink;
    private final Pointer pad;
    private long unseenBytes;

    Feed(FedPipeline pipeline, Element queue, String caps, Pointer segment) {
        this.pipeline = pipeline;
        this.queue = queue;
        this.sink = NativeMedia.gst_element_get_static_pad(Natives.getRawPointer(queue), "sink");
        this.pad = NativeMedia.gst_object_ref_sink(NativeMedia.gst_pad_new("feed", NativeMedia.PAD_SRC));
        NativeMedia.gst_pad_set_active(pad, 1);
        NativeMedia.gst_pad_link(pad, sink);
        NativeMedia.gst_pad_push_event(pad, NativeMedia.gst_event_new_stream_start(queue.getName()));
        Pointer parsed = NativeMedia.gst_caps_from_string(caps);
        NativeMedia.gst_pad_push_event(pad, NativeMedia.gst_event_new_caps(parsed));
        NativeMedia.gst_mini_object_unref(parsed);
        NativeMedia.gst_pad_push_event(pad, segment);
    }

    /** Gives a frame. Times are in nanoseconds. */
    void push(byte[] frame, long presentation, long decoding, long duration, boolean key) throws IOException {
        Pointer buffer = NativeMedia.buffer(frame, presentation, decoding, duration, key);
        if (NativeMedia.gst_pad_push(pad, buffer) != NativeMedia.FLOW_OK) {
            throw pipeline.failure();
        }
        unseenBytes += frame.length;
        if (unseenBytes >= BYTES_BETWEEN_LOOKS) {
            unseenBytes = 0;
            awaitRoom();
        }
    }

    private void awaitRoom() throws IOException {
        for (int looks = 0; ((Number) queue.get("current-level-bytes")).longValue() > MOST_WAITING_BYTES; looks++) {
            if (looks == MOST_LOOKS) {
                throw new IOException("nothing was written for "
                        + LOOK.multipliedBy(MOST_LOOKS).toSeconds() + " s");
            }
            pipeline.checkFor(LOOK);
        }
    }

    /** Says that nothing comes for a time. */
    void skip(long time, long duration) {
        NativeMedia.gst_pad_push_event(pad, NativeMedia.gst_event_new_gap(time, duration));
    }

    /** Says that nothing more comes. */
    void end() {
        NativeMedia.gst_pad_push_event(pad, NativeMedia.gst_event_new_eos());
    }

    /** Lets go of the pad; the pipeline is stopped. */
    void release() {
        NativeMedia.gst_pad_set_active(pad, 0);
        NativeMedia.gst_pad_unlink(pad, sink);
        NativeMedia.gst_object_unref(pad);
        NativeMedia.gst_object_unref(sink);
    }
}
