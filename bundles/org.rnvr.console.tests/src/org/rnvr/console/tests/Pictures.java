package org.rnvr.console.tests;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.PipelineListener;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.Vitals;

/** A pipeline that draws nothing and keeps account of the windows it was given. */
final class Pictures implements CameraPipeline {

    private final String cameraId;
    private final List<Shown> shown = new CopyOnWriteArrayList<>();
    private final List<PipelineListener> listeners = new CopyOnWriteArrayList<>();
    private volatile long lastPictureNanos = System.nanoTime();
    private volatile boolean flowing = true;
    private volatile Arrivals arrivals = Arrivals.NONE;
    private final AtomicInteger looks = new AtomicInteger();

    Pictures(String cameraId) {
        this.cameraId = cameraId;
    }

    /** A native window that was given. */
    static final class Shown implements View {

        private final long window;
        private final CompletableFuture<Void> left = new CompletableFuture<>();
        private volatile boolean closed;

        Shown(long window) {
            this.window = window;
        }

        long window() {
            return window;
        }

        boolean isClosed() {
            return closed;
        }

        void leave() {
            left.complete(null);
        }

        @Override
        public void redraw() {}

        @Override
        public void resized(int width, int height) {}

        @Override
        public CompletionStage<Void> close() {
            closed = true;
            return left;
        }
    }

    List<Shown> shown() {
        return shown;
    }

    void stopFlowing(Duration ago) {
        lastPictureNanos = System.nanoTime() - ago.toNanos();
        flowing = false;
    }

    void flow() {
        flowing = true;
    }

    /** What is told of the newest frames. */
    void arrive(long... nanos) {
        arrivals = Arrivals.of(nanos);
    }

    /** How often somebody asked what arrived. */
    int looks() {
        return looks.get();
    }

    void fail(View view, String reason) {
        Moment now = new Moment(Site.NOON, System.nanoTime());
        listeners.forEach(listener -> listener.onEvent(new PipelineEvent.ViewFailed(now, view, reason)));
    }

    @Override
    public String cameraId() {
        return cameraId;
    }

    @Override
    public Registration listen(PipelineListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Optional<Vitals> vitals(long session) {
        looks.incrementAndGet();
        long last = flowing ? System.nanoTime() : lastPictureNanos;
        return Optional.of(
                new Vitals(session, new Vitals.Track(100, 2, 100_000, last, last, arrivals), Optional.empty()));
    }

    @Override
    public View show(long nativeWindow) {
        Shown view = new Shown(nativeWindow);
        shown.add(view);
        return view;
    }

    @Override
    public void adjustViews(CameraSettings camera, StreamingSettings streaming) {
        throw notOfTheConsole();
    }

    @Override
    public long openSession() {
        throw notOfTheConsole();
    }

    @Override
    public void activate(long session) {
        throw notOfTheConsole();
    }

    @Override
    public CompletionStage<Void> closeSession(long session) {
        throw notOfTheConsole();
    }

    @Override
    public void requestReply(long session) {
        throw notOfTheConsole();
    }

    @Override
    public void startRecording(RecordingPlan plan) {
        throw notOfTheConsole();
    }

    @Override
    public CompletionStage<Void> stopRecording(SegmentEnd cause) {
        throw notOfTheConsole();
    }

    @Override
    public void flushRecording() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remember(Duration atMost, long bytes) {
        // keeps nothing
    }

    @Override
    public void splitRecording() {
        throw notOfTheConsole();
    }

    @Override
    public CompletionStage<Void> close() {
        throw notOfTheConsole();
    }

    private static UnsupportedOperationException notOfTheConsole() {
        return new UnsupportedOperationException("The console only looks");
    }
}
