package org.rnvr.console.tests;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.PipelineListener;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.ViewFailure;
import org.rnvr.pipeline.Vitals;

/** A pipeline that draws nothing and keeps account of the windows, and of who draws instead, that it was given. */
final class Pictures implements CameraPipeline {

    private final String cameraId;
    private final List<Shown> shown = new CopyOnWriteArrayList<>();
    private final List<Drawn> drawn = new CopyOnWriteArrayList<>();
    private final List<PipelineListener> listeners = new CopyOnWriteArrayList<>();
    private volatile long lastPictureNanos = System.nanoTime();
    private volatile boolean flowing = true;
    private volatile OptionalLong decodedNanos = OptionalLong.empty();
    private volatile Arrivals arrivals = Arrivals.NONE;

    Pictures(String cameraId) {
        this.cameraId = cameraId;
    }

    /** A native window that was given. */
    final class Shown implements View {

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
        public Arrivals pictures() {
            return Arrivals.of(decodedNanos.orElse(System.nanoTime()));
        }

        @Override
        public CompletionStage<Void> close() {
            closed = true;
            return left;
        }
    }

    List<Shown> shown() {
        return shown;
    }

    /** Somebody who draws. */
    final class Drawn implements View {

        private final Consumer<Picture> painter;
        private volatile Point size = new Point(0, 0);
        private volatile boolean closed;

        Drawn(Consumer<Picture> painter) {
            this.painter = painter;
        }

        /** Hands over a picture whose left half is of one colour and whose right half is of another one. */
        Picture paint(int width, int height, RGB left, RGB right) {
            byte[] pixels = new byte[Picture.BYTES_A_PIXEL * width * height];
            for (int i = 0; i < width * height; i++) {
                RGB colour = i % width < width / 2 ? left : right;
                pixels[Picture.BYTES_A_PIXEL * i] = (byte) colour.blue;
                pixels[Picture.BYTES_A_PIXEL * i + 1] = (byte) colour.green;
                pixels[Picture.BYTES_A_PIXEL * i + 2] = (byte) colour.red;
            }
            Picture picture = new Picture(width, height, pixels);
            painter.accept(picture);
            return picture;
        }

        /** The size that was told last. */
        Point size() {
            return size;
        }

        boolean isClosed() {
            return closed;
        }

        @Override
        public void redraw() {}

        @Override
        public void resized(int width, int height) {
            size = new Point(width, height);
        }

        @Override
        public Arrivals pictures() {
            return Arrivals.of(decodedNanos.orElse(System.nanoTime()));
        }

        @Override
        public CompletionStage<Void> close() {
            closed = true;
            return CompletableFuture.completedStage(null);
        }
    }

    List<Drawn> drawn() {
        return drawn;
    }

    void stopFlowing(Duration ago) {
        lastPictureNanos = System.nanoTime() - ago.toNanos();
        flowing = false;
    }

    void flow() {
        flowing = true;
    }

    /** Frames come, and no pictures of them. */
    void stopDecoding(Duration ago) {
        decodedNanos = OptionalLong.of(System.nanoTime() - ago.toNanos());
    }

    void decode() {
        decodedNanos = OptionalLong.empty();
    }

    /** What is told of the newest frames. */
    void arrive(long... nanos) {
        arrivals = Arrivals.of(nanos);
    }

    void fail(View view, String reason) {
        fail(view, ViewFailure.PICTURES, reason);
    }

    /** As where the window cannot be drawn in. */
    void failWindow(View view) {
        fail(view, ViewFailure.WINDOW, "The picture cannot be shown in its window: no such window");
    }

    private void fail(View view, ViewFailure lack, String reason) {
        Moment now = new Moment(Site.NOON, System.nanoTime());
        listeners.forEach(listener -> listener.onEvent(new PipelineEvent.ViewFailed(now, view, lack, reason)));
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
    public View draw(Consumer<Picture> painter) {
        Drawn view = new Drawn(painter);
        drawn.add(view);
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
