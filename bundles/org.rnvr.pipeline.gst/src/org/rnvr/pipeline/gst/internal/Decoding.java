package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.freedesktop.gstreamer.Element;

/**
 * Decodes the video of a session with one decoder. Its first picture is held back until it is known where to show it; what
 * shows another decoding's pictures may go on with them meanwhile. On the lane.
 */
final class Decoding {

    /** Frames for more time than this do not wait for the decoder. */
    static final long LONGEST_QUEUE_NANOS = 2_000_000_000L;

    private static final String RAW = "video/x-raw";

    /**
     * How it is decoded.
     *
     * @param codec of the video
     * @param decoder name of the decoder
     * @param oneThread whether a software decoder is to use one thread only
     */
    record Way(VideoCodec codec, String decoder, boolean oneThread) {

        /** Makes the elements that decode, in their order and not yet linked. */
        List<Element> elements(GstBin bin) throws MissingElementException {
            Element guard = bin.addGuard("guard");
            Element queue = bin.add("queue", "queue");
            queue.set("max-size-buffers", 0);
            queue.set("max-size-bytes", 0);
            queue.set("max-size-time", LONGEST_QUEUE_NANOS);
            queue.setAsString("leaky", "downstream");
            Element parser = bin.add(codec.parser(), "parser");
            Element decode = bin.add(decoder, "decoder");
            if (decoder.startsWith("avdec_")) {
                // Until a key frame, what refers to frames that never came would be shown as smears on grey.
                decode.set("output-corrupt", false);
                if (oneThread) {
                    decode.set("max-threads", 1);
                }
            }
            // What gives no pictures in this machine's memory fails here, before it replaces what does.
            return List.of(guard, queue, parser, decode, bin.addFilter(RAW, "raw"));
        }
    }

    private final Way way;
    private final Graph graph;
    private final Executor lane;
    private final Executor workers;
    private final GstBin bin;
    private final Pointer sink;
    private final Pointer source;
    private final PadProbe hold;
    private final Pursuit pursuit;
    private VideoLink link;
    private CompletableFuture<Void> left = CompletableFuture.completedFuture(null);
    private boolean held;

    /**
     * Makes it and starts it, without a session.
     *
     * @param part name of its bin
     * @param way how
     * @param graph where
     * @param lane where it is used
     * @param workers for what may block
     * @param onPicture run once, on any thread, when the first picture is there
     * @param onMissing run once, on any thread, when it gives no pictures of what it is given
     * @throws MissingElementException if an element is not installed
     * @throws IllegalStateException if the decoder does not fit
     */
    Decoding(String part, Way way, Graph graph, Executor lane, Executor workers, Runnable onPicture, Runnable onMissing)
            throws MissingElementException {
        this.way = way;
        this.graph = graph;
        this.lane = lane;
        this.workers = workers;
        bin = new GstBin(part);
        try {
            List<Element> chain = way.elements(bin);
            GstBin.link(chain.toArray(Element[]::new));
            sink = bin.expose(bin.pad(chain.get(0), "sink"), "sink");
            source = bin.expose(bin.pad(chain.get(chain.size() - 1), "src"), "src");
            Element queue = chain.get(1);
            Element decoder = chain.get(3);
            watch(decoder, onMissing);
            pursuit = new Pursuit(bin, queue, bin.pad(queue, "src"), bin.pad(decoder, "src"));
        } catch (MissingElementException | IllegalStateException e) {
            bin.release();
            throw e;
        }
        hold = bin.probe(source, NativeGst.PROBE_TYPE_BLOCK | NativeGst.PROBE_TYPE_BUFFER, (type, info) -> {
            if (!held) {
                held = true;
                onPicture.run();
            }
            return NativeGst.PROBE_OK;
        });
        graph.add(bin);
        // What does not start says why on the bus.
        graph.start(bin);
    }

    /** Begins before what may keep pictures back. */
    private void watch(Element decoder, Runnable onMissing) {
        DecoderWatch watch = new DecoderWatch();
        bin.probe(bin.pad(decoder, "sink"), NativeGst.PROBE_TYPE_BUFFER, (type, info) -> {
            if (watch.onFrame(NativeGst.isKeyFrame(NativeGst.probedData(info)))) {
                onMissing.run();
            }
            return NativeGst.PROBE_OK;
        });
        bin.probe(bin.pad(decoder, "src"), NativeGst.PROBE_TYPE_BUFFER, (type, info) -> {
            watch.onPicture();
            return NativeGst.PROBE_OK;
        });
    }

    Way way() {
        return way;
    }

    String part() {
        return bin.name();
    }

    /** Whether it decodes this session. */
    boolean isOf(Session session) {
        return link != null && link.session() == session;
    }

    /** Whether it decodes nothing at present and has left what it decoded before. */
    boolean isFree() {
        return link == null && left.isDone();
    }

    /** Decodes this session, from its last key frame on if that is kept, else from its next one; only while it is free. */
    void enter(Session session) {
        link = new VideoLink(session, sink, pursuit);
    }

    /** Decodes nothing any more; completed when the session is left. */
    CompletableFuture<Void> leave() {
        if (link != null) {
            left = link.cut(lane);
            link = null;
        }
        return left;
    }

    /** Lets pictures go on to a pad, from the one on that is held back. */
    void plug(Pointer screen) {
        GstBin.link(source, screen);
        bin.remove(hold);
    }

    /** Gives no pictures any more to where it was plugged in; completed when none is on its way. */
    CompletableFuture<Void> unplug() {
        CompletableFuture<Void> idle = new CompletableFuture<>();
        bin.probe(source, NativeGst.PROBE_TYPE_IDLE, (type, info) -> {
            Graph.unlink(source);
            idle.complete(null);
            return NativeGst.PROBE_REMOVE;
        });
        return idle;
    }

    /** Ends it; it has left its session. */
    CompletableFuture<Void> end() {
        return CompletableFuture.runAsync(bin::stop, workers).thenRunAsync(() -> graph.remove(bin), lane);
    }
}
