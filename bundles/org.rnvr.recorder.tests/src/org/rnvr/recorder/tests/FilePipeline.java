package org.rnvr.recorder.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.PipelineListener;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.Vitals;

/** A pipeline whose key frames come when asked for, and that writes real, small files where the recorder's plan says. */
final class FilePipeline implements CameraPipeline {

    final BlockingQueue<RecordingPlan> plans = new LinkedBlockingQueue<>();
    final BlockingQueue<SegmentEnd> stops = new LinkedBlockingQueue<>();

    private static final MediaDescription MEDIA =
            new MediaDescription("h264", 640, 360, Optional.empty(), Transport.TCP);

    private final String cameraId;
    private final ExecutorService lane = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "pipeline");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Optional<PipelineListener> listener = Optional.empty();
    private Optional<RecordingPlan> plan = Optional.empty();
    private Optional<Path> open = Optional.empty();
    private Instant start = Instant.EPOCH;

    FilePipeline(String cameraId) {
        this.cameraId = cameraId;
    }

    /** A key frame arrives: with a new plan, it begins a file. */
    void keyFrame() {
        lane.execute(() -> {
            if (plan.isEmpty() || open.isPresent()) {
                return;
            }
            start = Instant.now();
            try {
                Path file = plan.get().naming().fileFor(start);
                Files.writeString(file, "frames");
                open = Optional.of(file);
                tell(new PipelineEvent.SegmentOpened(now(), 1, file, start, System.nanoTime(), MEDIA));
            } catch (IOException e) {
                fail(e.getMessage());
            }
        });
    }

    /** A key frame arrives, a name is taken, and the file cannot be written. */
    void keyFrameThatCannotBeWritten(BlockingQueue<Path> taken) {
        lane.execute(() -> {
            try {
                taken.add(plan.orElseThrow().naming().fileFor(Instant.now()));
                fail("No space left on device");
            } catch (IOException e) {
                fail(e.getMessage());
            }
        });
    }

    /** The file is finished, for example because the session is given up. */
    Future<?> finish(SegmentEnd cause) {
        return lane.submit(() -> finishNow(cause));
    }

    private void finishNow(SegmentEnd cause) {
        open.ifPresent(file -> tell(new PipelineEvent.SegmentClosed(
                now(), file, start, Instant.now(), System.nanoTime(), 6, 1, Optional.empty(), cause)));
        open = Optional.empty();
    }

    private void fail(String reason) {
        plan = Optional.empty();
        tell(new PipelineEvent.RecordingFailed(now(), reason));
    }

    private void tell(PipelineEvent event) {
        listener.ifPresent(present -> present.onEvent(event));
    }

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime());
    }

    @Override
    public String cameraId() {
        return cameraId;
    }

    @Override
    public Registration listen(PipelineListener listening) {
        listener = Optional.of(listening);
        return () -> listener = Optional.empty();
    }

    /** Whether anybody listens. */
    boolean isHeard() {
        return listener.isPresent();
    }

    @Override
    public void startRecording(RecordingPlan next) {
        lane.execute(() -> {
            finishNow(SegmentEnd.ROTATION);
            plan = Optional.of(next);
            plans.add(next);
        });
    }

    @Override
    public CompletionStage<Void> stopRecording(SegmentEnd cause) {
        stops.add(cause);
        lane.execute(() -> {
            plan = Optional.empty();
            finishNow(cause);
        });
        return CompletableFuture.completedStage(null);
    }

    @Override
    public long openSession() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void activate(long session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> closeSession(long session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requestReply(long session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Vitals> vitals(long session) {
        return Optional.empty();
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
        throw new UnsupportedOperationException();
    }

    @Override
    public View show(long nativeWindow) {
        throw new UnsupportedOperationException();
    }

    @Override
    public View draw(Consumer<Picture> painter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void adjustViews(CameraSettings camera, StreamingSettings streaming) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> close() {
        throw new UnsupportedOperationException();
    }
}
