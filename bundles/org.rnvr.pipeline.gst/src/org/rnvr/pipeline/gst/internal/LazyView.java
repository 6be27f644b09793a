package org.rnvr.pipeline.gst.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.View;

/** A view as its owner sees it, from the call on that asked for it. */
final class LazyView implements View {

    private final Lane lane;
    private final CompletableFuture<Void> closed;
    private final TrackVitals pictures;
    private ViewBranch branch;

    /**
     * A view that is not there yet.
     *
     * @param lane of its camera
     * @param closed to be completed when it is closed; completed by others when the lane works no more, and no view with it
     * @param pictures that are seen
     */
    LazyView(Lane lane, CompletableFuture<Void> closed, TrackVitals pictures) {
        this.lane = lane;
        this.closed = closed;
        this.pictures = pictures;
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
    public Arrivals pictures() {
        return pictures.read().recent();
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
        return closed.minimalCompletionStage();
    }
}
