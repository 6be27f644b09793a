package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Brings the video of a session to a pad, from its next key frame on. On the lane. */
final class VideoLink {

    private final Session session;
    private final Pointer out;
    private final PadProbe start;
    private volatile boolean linked;

    VideoLink(Session session, Pointer sink) {
        this.session = session;
        out = NativeGst.gst_element_request_pad_simple(GstBin.pointer(session.videoTee()), "src_%u");
        // A key frame that came between probe and link would be lost, and what follows it would be a picture of grey.
        start = new PadProbe(
                out,
                NativeGst.PROBE_TYPE_BUFFER,
                (type, info) -> linked && NativeGst.isKeyFrame(NativeGst.probedData(info))
                        ? NativeGst.PROBE_REMOVE
                        : NativeGst.PROBE_DROP);
        GstBin.link(out, sink);
        linked = true;
    }

    Session session() {
        return session;
    }

    /** Ends it between two frames, so that none is on its way into what may be taken down next. */
    CompletableFuture<Void> cut(Executor lane) {
        CompletableFuture<Void> idle = new CompletableFuture<>();
        PadProbe probe = new PadProbe(out, NativeGst.PROBE_TYPE_IDLE, (type, info) -> {
            Graph.unlink(out);
            idle.complete(null);
            return NativeGst.PROBE_REMOVE;
        });
        return idle.thenRunAsync(
                () -> {
                    NativeGst.gst_element_release_request_pad(GstBin.pointer(session.videoTee()), out);
                    NativeGst.gst_object_unref(out);
                    Reference.reachabilityFence(probe);
                    Reference.reachabilityFence(start);
                },
                lane);
    }
}
