package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import org.freedesktop.gstreamer.Element;

/**
 * Lets a decoder that was given a whole group of pictures at once draw level with the stream: what it decodes on the way
 * there is not shown, and if the next key frame comes first, it goes on with that one. Any thread.
 */
final class Pursuit {

    private final GstBin bin;
    private final Element queue;
    private final Pointer queued;
    private final Pointer decoded;
    private boolean pursuing;
    private boolean skipping;
    private long behind;
    private long taken;

    /**
     * Level as yet.
     *
     * @param bin of the decoder
     * @param queue the queue before it, which keeps {@link Decoding#LONGEST_QUEUE_NANOS}
     * @param queued where frames leave the queue
     * @param decoded where pictures leave the decoder
     */
    Pursuit(GstBin bin, Element queue, Pointer queued, Pointer decoded) {
        this.bin = bin;
        this.queue = queue;
        this.queued = queued;
        this.decoded = decoded;
    }

    /**
     * The decoder is about to be given all that it lacks.
     *
     * @param frames how much that is, from a key frame on; the next one after it is the newest
     * @param nanos how long that is
     */
    synchronized void begin(long frames, long nanos) {
        behind = frames;
        taken = 0;
        skipping = false;
        queue.set("max-size-time", Decoding.LONGEST_QUEUE_NANOS + Math.max(0, nanos));
        if (!pursuing) {
            pursuing = true;
            bin.probe(queued, NativeGst.PROBE_TYPE_BUFFER, (type, info) -> onFrame(NativeGst.probedData(info)));
            bin.probe(decoded, NativeGst.PROBE_TYPE_BUFFER, (type, info) -> onPicture());
        }
    }

    /** The stream has a key frame after what {@link #begin} told of. */
    synchronized void skip() {
        skipping = pursuing;
    }

    private synchronized int onFrame(Pointer frame) {
        taken++;
        boolean next = taken > 1 && NativeGst.isKeyFrame(frame);
        if (next || taken > behind) {
            pursuing = false;
            queue.set("max-size-time", Decoding.LONGEST_QUEUE_NANOS);
            return NativeGst.PROBE_REMOVE;
        }
        return skipping ? NativeGst.PROBE_DROP : NativeGst.PROBE_OK;
    }

    private synchronized int onPicture() {
        return pursuing ? NativeGst.PROBE_DROP : NativeGst.PROBE_REMOVE;
    }
}
