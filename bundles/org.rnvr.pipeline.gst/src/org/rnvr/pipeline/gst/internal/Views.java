package org.rnvr.pipeline.gst.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.ViewFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of a camera that are seen, and which of its streams each is of. On the lane. */
final class Views implements SubStream.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);

    /** Hears of a view that shows nothing any more. */
    @FunctionalInterface
    interface FailureListener {
        /** What it lacks, and in one sentence why. */
        void failed(View view, ViewFailure lack, String reason);
    }

    private final Graph graph;
    private final Lane lane;
    private final Executor workers;
    private final FailureListener onFailure;
    private final SubStream sub;
    private final DecoderFailures failures;
    private final List<ViewBranch> open = new ArrayList<>();
    private ViewSettings settings;
    private Session main;
    private boolean live;
    private long lastPart;

    /**
     * No views yet.
     *
     * @param cameraId of the camera
     * @param graph its pipeline
     * @param lane its lane
     * @param workers for what may block
     * @param sessionNumbers gives numbers that were never used
     * @param settings how pictures are to be
     * @param onFailure hears of failures
     */
    Views(
            String cameraId,
            Graph graph,
            Lane lane,
            Executor workers,
            AtomicLong sessionNumbers,
            ViewSettings settings,
            FailureListener onFailure) {
        this.graph = graph;
        this.lane = lane;
        this.workers = workers;
        this.settings = settings;
        this.onFailure = onFailure;
        failures = new DecoderFailures(cameraId, LOG::warn);
        sub = new SubStream(cameraId, graph, lane, workers, sessionNumbers, this);
        sub.use(settings.sub());
    }

    /** Shows the camera at an outlet, and notes when pictures come to it. */
    ViewBranch add(Outlet outlet, View view, TrackVitals pictures) {
        ViewBranch branch = new ViewBranch(
                part("view-"),
                graph,
                lane,
                workers,
                outlet,
                pictures,
                () -> part("decoding-"),
                failures,
                settings,
                new ViewEvents(view));
        open.add(branch);
        settle();
        return branch;
    }

    private String part(String kind) {
        return kind + ++lastPart;
    }

    /** What the camera's session is from now on. */
    void enter(Session session) {
        main = session;
        live = true;
        settle();
    }

    /** The camera's session is about to be another one; completed when no view is connected to the one that was. */
    CompletableFuture<Void> leaveForAnother() {
        Session left = main;
        main = null;
        return disconnected(left);
    }

    /** The camera has no session any more; completed when no view is connected to it. */
    CompletableFuture<Void> leave() {
        Session left = main;
        main = null;
        live = false;
        settle();
        return disconnected(left);
    }

    private CompletableFuture<Void> disconnected(Session session) {
        return CompletableFuture.allOf(
                open.stream().map(branch -> branch.leave(session)).toArray(CompletableFuture[]::new));
    }

    @Override
    public void flows(Session session) {
        settle();
    }

    @Override
    public CompletableFuture<Void> ends(Session session) {
        settle();
        return disconnected(session);
    }

    /** Lets pictures be as these settings say. */
    void use(ViewSettings other) {
        if (settings.equals(other)) {
            return;
        }
        settings = other;
        failures.forget();
        List.copyOf(open).forEach(branch -> branch.use(other));
        sub.use(other.sub());
    }

    /**
     * A part of the pipeline reported something.
     *
     * @return whether it is one of the views'
     */
    boolean onMessage(PartMessage message) {
        if (sub.onMessage(message)) {
            return true;
        }
        if (message.kind() == PartMessage.Kind.ERROR) {
            open.stream()
                    .filter(branch -> branch.has(message.part()))
                    .findFirst()
                    .ifPresent(branch -> branch.onError(message));
        }
        return message.part().startsWith("view-") || message.part().startsWith("decoding-");
    }

    /** Closes all; completed when outlets and the second stream are left. */
    CompletableFuture<Void> close() {
        main = null;
        live = false;
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        List.copyOf(open).forEach(branch -> ends.add(branch.close()));
        ends.add(sub.close());
        return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
    }

    /**
     * Without a session of its own a camera shows nothing of its second stream either: it may have been told to stop, and a
     * moving picture would say otherwise.
     */
    private void settle() {
        sub.want(live
                && open.stream()
                        .anyMatch(branch -> branch.isSmall()
                                || sub.flowing().map(branch::shows).orElse(false)));
        if (!live) {
            sub.flowing().ifPresent(this::disconnected);
            return;
        }
        for (ViewBranch branch : List.copyOf(open)) {
            Session wanted = branch.isSmall() ? sub.flowing().orElse(main) : main;
            if (wanted != null) {
                branch.enter(wanted);
            }
        }
    }

    /** What a view tells. */
    private final class ViewEvents implements ViewBranch.Listener {

        private final View view;

        ViewEvents(View view) {
            this.view = view;
        }

        @Override
        public void undecodable(ViewBranch branch, Session session, String reason) {
            if (session == main) {
                branch.fail(ViewFailure.PICTURES, reason);
            } else {
                sub.fail(reason);
            }
        }

        @Override
        public void changed(ViewBranch branch) {
            settle();
        }

        @Override
        public void failed(ViewBranch branch, ViewFailure lack, String reason) {
            onFailure.failed(view, lack, reason);
        }

        @Override
        public void closed(ViewBranch branch) {
            open.remove(branch);
            settle();
        }
    }
}
