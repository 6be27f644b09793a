package org.rnvr.pipeline.gst.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.rnvr.pipeline.View;

/** A view as its owner sees it, from the call on that asked for it. */
final class LazyView implements View {

    private final Lane lane;
    private final CompletableFuture<Void> pipelineClosed;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private ViewBranch branch;

    /**
     * A view that is not there yet.
     *
     * @param lane of its camera
     * @param pipelineClosed completed when the lane works no more, and all views with it
     */
    LazyView(Lane lane, CompletableFuture<Void> pipelineClosed) {
        this.lane = lane;
        this.pipelineClosed = pipelineClosed;
    }

    /** On the lane. */
    void attach(ViewBranch made) {
        branch = made;
    }

    @Override
    public void redraw() {
        lane.execute(() -> {
            if (branch != null) {
                branch.redraw();
            }
        });
    }

    @Override
    public void resized(int width, int height) {
        lane.execute(() -> {
            if (branch != null) {
                branch.resized(width, height);
            }
        });
    }

    @Override
    public CompletionStage<Void> close() {
        lane.execute(() -> {
            if (branch == null) {
                closed.complete(null);
            } else {
                branch.close().thenRun(() -> closed.complete(null));
            }
        });
        pipelineClosed.thenRun(() -> closed.complete(null));
        return closed.minimalCompletionStage();
    }
}
