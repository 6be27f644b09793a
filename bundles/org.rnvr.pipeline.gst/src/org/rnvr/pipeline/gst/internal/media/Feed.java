package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.time.Duration;
import org.freedesktop.gstreamer.Element;

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
    private final Inlet inlet;
    private long unseenBytes;

    Feed(FedPipeline pipeline, Element queue, Inlet inlet) {
        this.pipeline = pipeline;
        this.queue = queue;
        this.inlet = inlet;
    }

    /** Gives a frame. Times are in nanoseconds. */
    void push(byte[] frame, long presentation, long decoding, long duration, boolean key) throws IOException {
        if (!inlet.push(NativeMedia.buffer(frame, presentation, decoding, duration, key))) {
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
        inlet.event(NativeMedia.gst_event_new_gap(time, duration));
    }

    /** Says that nothing more comes. */
    void end() {
        inlet.event(NativeMedia.gst_event_new_eos());
    }
}
