package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.ViewFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A picture at an outlet, of one session after the other. The screen is made once; a decoder outlives a session that is
 * followed by another of its kind. Where another decoder is needed, or another session while the one before still flows, a
 * second decoder is started beside the first and takes its place with its first picture, so that it never goes dark.
 * All on the camera's lane.
 */
final class ViewBranch {

    private static final Logger LOG = LoggerFactory.getLogger(ViewBranch.class);

    /**
     * At most so many pixels one thread decodes in time even on a small machine; further threads would only wait, in each
     * view of a wall.
     */
    private static final long ONE_THREAD_PIXELS = 1280L * 736;

    /** What a view tells its camera, on the lane. */
    interface Listener {
        /** No decoder can show this session. */
        void undecodable(ViewBranch view, Session session, String reason);

        /** It became small or large, or shows another session now. */
        void changed(ViewBranch view);

        /** It shows nothing any more. */
        void failed(ViewBranch view, ViewFailure lack, String reason);

        /** It is closed and its outlet is free. */
        void closed(ViewBranch view);
    }

    private final String part;
    private final Graph graph;
    private final Executor lane;
    private final Executor workers;
    private final Outlet outlet;
    private final TrackVitals pictures;
    private final Supplier<String> decodings;
    private final DecoderFailures failures;
    private final Listener listener;
    private final Smallness smallness = new Smallness();
    private final Set<String> broken = new HashSet<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private ViewSettings settings;
    private GstBin bin;
    private Screen screen;
    private Pointer screenSink;
    private Session session;
    private Decoding shown;
    private Decoding next;
    private CompletableFuture<Void> replacement = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> cuts = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> ends = CompletableFuture.completedFuture(null);
    private boolean closing;
    private boolean failed;

    /**
     * Shows nothing yet.
     *
     * @param part name of its bin
     * @param graph the camera's pipeline
     * @param lane its lane
     * @param workers for what may block
     * @param outlet where its pictures are seen
     * @param pictures of the outlet
     * @param decodings gives names for the bins of decoders, never the same twice
     * @param failures tells of decoders that failed
     * @param settings how pictures are to be
     * @param listener hears of it
     */
    ViewBranch(
            String part,
            Graph graph,
            Executor lane,
            Executor workers,
            Outlet outlet,
            TrackVitals pictures,
            Supplier<String> decodings,
            DecoderFailures failures,
            ViewSettings settings,
            Listener listener) {
        this.part = part;
        this.graph = graph;
        this.lane = lane;
        this.workers = workers;
        this.outlet = outlet;
        this.pictures = pictures;
        this.decodings = decodings;
        this.failures = failures;
        this.settings = settings;
        this.listener = listener;
    }

    /** Whether a part of this name belongs to it. */
    boolean has(String name) {
        return part.equals(name) || isPart(shown, name) || isPart(next, name);
    }

    private static boolean isPart(Decoding decoding, String part) {
        return decoding != null && decoding.part().equals(part);
    }

    /** Whether the second stream of the camera does for it. */
    boolean isSmall() {
        return !failed && !closing && smallness.isSmall();
    }

    /** Whether the picture that is seen is of this session. */
    boolean shows(Session other) {
        return shown != null && shown.isOf(other);
    }

    /** Shows this session as soon as it has a picture of it. */
    void enter(Session wanted) {
        session = wanted;
        settle();
    }

    /** Shows the session no longer; the last picture stays. Completed when nothing is connected to the session. */
    CompletableFuture<Void> leave(Session left) {
        if (session == left) {
            session = null;
        }
        if (next != null && next.isOf(left)) {
            dropNext();
        }
        if (shown != null && shown.isOf(left)) {
            cuts = CompletableFuture.allOf(cuts, shown.leave());
        }
        return cuts;
    }

    /** Goes on with other settings. */
    void use(ViewSettings other) {
        if (screen != null) {
            screen.turn(other.direction());
        }
        settings = other;
        broken.clear();
        settle();
    }

    void resized(int width, int height) {
        outlet.resized(width, height);
        if (smallness.resized(width, height)) {
            listener.changed(this);
        }
    }

    void redraw() {
        outlet.redraw();
    }

    void onError(PartMessage message) {
        if (closing || failed) {
            return;
        }
        LOG.debug("{} of {} failed: {} {}", message.element(), message.part(), message.text(), message.debug());
        if (message.part().equals(part) && message.element().equals(WindowOutlet.NAME)) {
            fail(ViewFailure.WINDOW, "The picture cannot be shown in its window: " + message.text());
            return;
        }
        Decoding guilty = isPart(next, message.part()) ? next : shown;
        if (guilty != null) {
            giveUp(guilty.way().decoder(), message.text());
        }
    }

    private void onMissing(String name) {
        if (closing || failed) {
            return;
        }
        Stream.of(next, shown)
                .filter(decoding -> isPart(decoding, name))
                .findFirst()
                .ifPresent(silent ->
                        giveUp(silent.way().decoder(), "It gave no picture of " + DecoderWatch.FRAMES + " frames."));
    }

    private void settle() {
        if (closing || failed || !replacement.isDone()) {
            return;
        }
        if (session == null) {
            dropNext();
            return;
        }
        Optional<Decoding.Way> way = way();
        if (way.isEmpty()) {
            dropNext();
            VideoCodec codec = session.format().video();
            listener.undecodable(
                    this,
                    session,
                    "No decoder can show " + codec.codecName() + " video; one is in the Debian package "
                            + DebianPackages.of("avdec_h264") + ".");
        } else if (shown != null && shown.way().equals(way.orElseThrow()) && (shown.isOf(session) || shown.isFree())) {
            dropNext();
            if (shown.isFree()) {
                shown.enter(session);
            }
        } else if (next == null || !next.way().equals(way.orElseThrow()) || !next.isOf(session)) {
            dropNext();
            begin(way.orElseThrow());
        }
    }

    private Optional<Decoding.Way> way() {
        VideoCodec codec = session.format().video();
        MediaDescription media = session.source().describe();
        long pixels = (long) media.width() * media.height();
        return settings.decoders(codec).stream()
                .filter(decoder -> !broken.contains(decoder))
                .findFirst()
                .map(decoder -> new Decoding.Way(codec, decoder, pixels > 0 && pixels <= ONE_THREAD_PIXELS));
    }

    private void begin(Decoding.Way way) {
        try {
            openScreen();
            String name = decodings.get();
            LOG.debug("{} decodes with {} in {}", part, way.decoder(), name);
            next = new Decoding(
                    name,
                    way,
                    graph,
                    lane,
                    workers,
                    () -> lane.execute(() -> replace(name)),
                    () -> lane.execute(() -> onMissing(name)));
            next.enter(session);
        } catch (MissingElementException e) {
            boolean window = e.element().equals(WindowOutlet.FACTORY);
            fail(window ? ViewFailure.WINDOW : ViewFailure.PICTURES, e.getMessage());
        } catch (IllegalStateException e) {
            LOG.debug("{} cannot decode with {}", part, way.decoder(), e);
            giveUp(way.decoder(), e.getMessage());
        }
    }

    private void giveUp(String decoder, String reason) {
        broken.add(decoder);
        failures.failed(decoder, reason);
        settle();
    }

    private void openScreen() throws MissingElementException {
        if (screen != null) {
            return;
        }
        bin = new GstBin(part);
        try {
            screen = new Screen(bin, outlet, settings.direction(), pictures);
        } catch (MissingElementException e) {
            bin.release();
            throw e;
        }
        screenSink = bin.expose(bin.pad(screen.first(), "sink"), "sink");
        graph.add(bin);
        // What does not start says why on the bus, which decides how it goes on.
        graph.start(bin);
    }

    private void replace(String name) {
        if (!isPart(next, name) || closing || failed) {
            return;
        }
        Decoding ready = next;
        Decoding before = shown;
        next = null;
        shown = ready;
        CompletableFuture<Void> free = CompletableFuture.completedFuture(null);
        if (before != null) {
            cuts = CompletableFuture.allOf(cuts, before.leave());
            free = before.unplug();
        }
        replacement = free.thenRunAsync(
                () -> {
                    if (before != null) {
                        drop(before);
                    }
                    if (shown == ready) {
                        ready.plug(screenSink);
                    }
                },
                lane);
        replacement.thenRunAsync(
                () -> {
                    settle();
                    listener.changed(this);
                },
                lane);
    }

    private void dropNext() {
        if (next != null) {
            drop(next);
            next = null;
        }
    }

    private void drop(Decoding decoding) {
        CompletableFuture<Void> cut = decoding.leave();
        cuts = CompletableFuture.allOf(cuts, cut);
        ends = CompletableFuture.allOf(ends, cut.thenComposeAsync(nothing -> decoding.end(), lane));
    }

    /** Shows nothing any more for this reason. */
    void fail(ViewFailure lack, String reason) {
        if (!failed && !closing) {
            failed = true;
            demolish();
            listener.failed(this, lack, reason);
        }
    }

    private CompletableFuture<Void> demolish() {
        dropNext();
        if (shown != null) {
            drop(shown);
            shown = null;
        }
        return replacement.thenComposeAsync(nothing -> ends, lane).thenComposeAsync(nothing -> closeScreen(), lane);
    }

    private CompletableFuture<Void> closeScreen() {
        if (screen == null) {
            return ends;
        }
        screen = null;
        CompletableFuture<Void> left = outlet.close();
        ends = CompletableFuture.allOf(
                left, CompletableFuture.runAsync(bin::stop, workers).thenRunAsync(() -> graph.remove(bin), lane));
        return ends;
    }

    /** Leaves the outlet; completed when it is free. */
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
