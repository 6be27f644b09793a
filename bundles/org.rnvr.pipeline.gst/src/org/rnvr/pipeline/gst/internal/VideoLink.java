package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Brings the video of a session to the decoder behind a pad: all of the group of pictures in the middle of which it joins,
 * if that is kept, or else what comes from the next key frame on. On the lane, except where said.
 */
final class VideoLink {

    /** How far the stream is. */
    private enum Stage {
        WAITING,
        CATCHING_UP,
        JOINED,
        LEFT
    }

    private final Session session;
    private final Pointer out;
    private final Pursuit pursuit;
    private final PadProbe start;
    private volatile boolean linked;
    private Stage stage = Stage.WAITING;

    /**
     * Links.
     *
     * @param session where video comes from
     * @param sink where it goes
     * @param pursuit of the decoder there
     */
    VideoLink(Session session, Pointer sink, Pursuit pursuit) {
        this.session = session;
        this.pursuit = pursuit;
        out = NativeGst.gst_element_request_pad_simple(GstBin.pointer(session.videoTee()), "src_%u");
        // A frame that came between probe and link would be lost, and what refers to it would be a picture of grey.
        start = new PadProbe(
                out,
                NativeGst.PROBE_TYPE_BUFFER,
                (type, info) -> linked ? onFrame(NativeGst.probedData(info)) : NativeGst.PROBE_DROP);
        GstBin.link(out, sink);
        linked = true;
    }

    Session session() {
        return session;
    }

    /** The thread that carries the video is about to pass a frame, or one that precedes it and is kept. */
    private synchronized int onFrame(Pointer frame) {
        if (stage == Stage.LEFT) {
            return NativeGst.PROBE_DROP;
        }
        if (stage == Stage.CATCHING_UP) {
            return NativeGst.PROBE_OK;
        }
        if (NativeGst.isKeyFrame(frame)) {
            if (stage == Stage.JOINED) {
                pursuit.skip();
            }
            return NativeGst.PROBE_REMOVE;
        }
        if (stage == Stage.WAITING) {
            Memory.Contents preceding = session.before(frame);
            if (preceding.buffers().isEmpty()) {
                return NativeGst.PROBE_DROP;
            }
            catchUp(preceding);
        }
        return NativeGst.PROBE_OK;
    }

    private void catchUp(Memory.Contents preceding) {
        List<Kept.Item> frames = preceding.buffers();
        Kept.Item first = frames.get(0);
        Kept.Item last = frames.get(frames.size() - 1);
        pursuit.begin(frames.size(), last.presentationNanos() - first.presentationNanos());
        stage = Stage.CATCHING_UP;
        Feed.push(out, preceding);
        stage = Stage.JOINED;
    }

    /** Ends it between two frames, so that none is on its way into what may be taken down next. */
    CompletableFuture<Void> cut(Executor lane) {
        CompletableFuture<Void> idle = new CompletableFuture<>();
        PadProbe probe = new PadProbe(out, NativeGst.PROBE_TYPE_IDLE, (type, info) -> {
            Graph.unlink(out);
            idle.complete(null);
            return NativeGst.PROBE_REMOVE;
        });
        return idle.thenRunAsync(() -> release(probe), lane);
    }

    /** A frame, and what precedes it, may have come up to here; it is on its way to nowhere. */
    private synchronized void release(PadProbe probe) {
        stage = Stage.LEFT;
        NativeGst.gst_element_release_request_pad(GstBin.pointer(session.videoTee()), out);
        NativeGst.gst_object_unref(out);
        Reference.reachabilityFence(probe);
        Reference.reachabilityFence(start);
    }
}
