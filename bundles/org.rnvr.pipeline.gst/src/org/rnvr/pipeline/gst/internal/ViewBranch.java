package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.freedesktop.gstreamer.Element;
import org.rnvr.config.CameraSettings.VideoTransform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A picture in a window. It stays when sessions come and go, and is built anew only when the codec changes or a decoder
 * fails. All on the camera's lane.
 */
final class ViewBranch {

    private static final Logger LOG = LoggerFactory.getLogger(ViewBranch.class);

    /** What a view needs to know of its camera. */
    interface Decoders {
        /** The decoders to try, best first. */
        List<String> candidates(VideoCodec codec);
    }

    /** What a view tells its camera, on the lane. */
    interface Listener {
        /** It shows nothing any more. */
        void failed(ViewBranch view, String reason);

        /** It is closed and its window is free. */
        void closed(ViewBranch view);
    }

    private final String part;
    private final Graph graph;
    private final Executor lane;
    private final Executor workers;
    private final long window;
    private final Optional<String> direction;
    private final Decoders decoders;
    private final Listener listener;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Deque<String> candidates = new ArrayDeque<>();
    private Session session;
    private VideoCodec codec;
    private Picture picture;
    private boolean started;
    private CompletableFuture<Void> lastEnd = CompletableFuture.completedFuture(null);
    private boolean closing;
    private boolean failed;

    /** A connection of a picture to a session. */
    private Connection connection;

    private record Connection(Element tee, Pointer out, PadProbe start) {}

    ViewBranch(
            long number,
            Graph graph,
            Executor lane,
            Executor workers,
            long window,
            VideoTransform transform,
            Decoders decoders,
            Listener listener) {
        this.part = "view-" + number;
        this.graph = graph;
        this.lane = lane;
        this.workers = workers;
        this.window = window;
        this.direction = Turning.method(transform);
        this.decoders = decoders;
        this.listener = listener;
    }

    String part() {
        return part;
    }

    /** Shows this session. */
    void enter(Session next) {
        session = next;
        if (closing || failed) {
            return;
        }
        if (picture == null || codec != next.format().video()) {
            codec = next.format().video();
            candidates = new ArrayDeque<>(decoders.candidates(codec));
            rebuild();
        } else {
            connect();
        }
    }

    /** Shows the session no longer; the last picture stays. */
    CompletableFuture<Void> leave() {
        session = null;
        return disconnect();
    }

    void onError(PartMessage message) {
        if (closing || failed) {
            return;
        }
        LOG.debug("{} of {} failed: {} {}", message.element(), part, message.text(), message.debug());
        if (message.element().equals(Picture.WINDOW)) {
            fail("The picture cannot be shown in its window: " + message.text());
        } else {
            rebuild();
        }
    }

    private void rebuild() {
        CompletableFuture<Void> ended = demolish();
        ended.thenRunAsync(this::build, lane);
    }

    private void build() {
        if (closing || failed || session == null || picture != null) {
            return;
        }
        if (candidates.isEmpty()) {
            fail("No decoder can show " + codec.codecName() + " video; one is in the Debian package "
                    + DebianPackages.of("avdec_h264") + ".");
            return;
        }
        String decoder = candidates.poll();
        GstBin bin = new GstBin(part);
        try {
            Picture made = new Picture(bin, codec, decoder, window, direction);
            graph.add(bin);
            picture = made;
            LOG.debug("{} decodes with {}", part, decoder);
            // What does not start says why on the bus, which decides how it goes on.
            started = graph.start(bin);
            connect();
        } catch (MissingElementException e) {
            bin.release();
            fail(e.getMessage());
        } catch (IllegalStateException e) {
            LOG.debug("{} cannot decode with {}", part, decoder, e);
            bin.release();
            build();
        }
    }

    private void connect() {
        if (picture == null || !started || session == null || connection != null) {
            return;
        }
        Element tee = session.videoTee();
        Pointer out = NativeGst.gst_element_request_pad_simple(GstBin.pointer(tee), "src_%u");
        PadProbe start = new PadProbe(
                out,
                NativeGst.PROBE_TYPE_BUFFER,
                (type, info) -> NativeGst.isKeyFrame(NativeGst.probedData(info))
                        ? NativeGst.PROBE_REMOVE
                        : NativeGst.PROBE_DROP);
        GstBin.link(out, picture.sink());
        connection = new Connection(tee, out, start);
    }

    private CompletableFuture<Void> disconnect() {
        Connection leaving = connection;
        connection = null;
        if (leaving == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> idle = new CompletableFuture<>();
        // Only between two frames, so that none is on its way into what is taken down next.
        PadProbe probe = new PadProbe(leaving.out(), NativeGst.PROBE_TYPE_IDLE, (type, info) -> {
            Graph.unlink(leaving.out());
            idle.complete(null);
            return NativeGst.PROBE_REMOVE;
        });
        return idle.thenRunAsync(
                () -> {
                    NativeGst.gst_element_release_request_pad(GstBin.pointer(leaving.tee()), leaving.out());
                    NativeGst.gst_object_unref(leaving.out());
                    Reference.reachabilityFence(probe);
                },
                lane);
    }

    private CompletableFuture<Void> demolish() {
        Picture old = picture;
        picture = null;
        if (old == null) {
            return lastEnd;
        }
        lastEnd = disconnect()
                .thenRunAsync(() -> old.bin().stop(), workers)
                .thenRunAsync(() -> graph.remove(old.bin()), lane);
        return lastEnd;
    }

    private void fail(String reason) {
        failed = true;
        demolish();
        listener.failed(this, reason);
    }

    void redraw() {
        if (picture != null) {
            picture.redraw();
        }
    }

    /** Leaves the window; completed when it is free. */
    CompletableFuture<Void> close() {
        if (!closing) {
            closing = true;
            demolish()
                    .thenRunAsync(
                            () -> {
                                listener.closed(this);
                                closed.complete(null);
                            },
                            lane);
        }
        return closed;
    }
}
