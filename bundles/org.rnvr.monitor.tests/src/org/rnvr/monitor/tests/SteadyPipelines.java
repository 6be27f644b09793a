package org.rnvr.monitor.tests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.PipelineListener;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.ReplyOutcome;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.Vitals;

/** Pipelines whose cameras send 25 frames a second and answer every request, until their path is cut. */
final class SteadyPipelines implements PipelineFactory, AutoCloseable {

    private static final long FRAME = Duration.ofMillis(40).toNanos();

    final Map<String, CameraPipeline> open = new ConcurrentHashMap<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    private final ExecutorService events = Executors.newSingleThreadExecutor();
    private final AtomicLong sessions = new AtomicLong();
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile long cutAt = Long.MAX_VALUE;

    /** Waits until a request was answered. */
    boolean answered(long seconds) throws InterruptedException {
        return answered.await(seconds, TimeUnit.SECONDS);
    }

    void cut() {
        cutAt = System.nanoTime();
    }

    @Override
    public CameraPipeline open(CameraSettings camera, StreamingSettings streaming) {
        CameraPipeline pipeline = new Pipeline(camera.id());
        if (open.putIfAbsent(camera.id(), pipeline) != null) {
            throw new IllegalStateException("Open already: " + camera.id());
        }
        return pipeline;
    }

    @Override
    public void close() {
        events.shutdown();
    }

    private final class Pipeline implements CameraPipeline {
        private final String id;
        private final List<PipelineListener> listeners = new CopyOnWriteArrayList<>();
        private volatile long session;
        private volatile long begun;

        private Pipeline(String id) {
            this.id = id;
        }

        private void send(PipelineEvent event) {
            events.execute(() -> listeners.forEach(listener -> listener.onEvent(event)));
        }

        private Moment now() {
            return new Moment(Instant.now(), System.nanoTime());
        }

        @Override
        public String cameraId() {
            return id;
        }

        @Override
        public Registration listen(PipelineListener listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        @Override
        public long openSession() {
            session = sessions.incrementAndGet();
            begun = System.nanoTime();
            calls.add("open " + session);
            if (cutAt == Long.MAX_VALUE) {
                send(new PipelineEvent.SessionReady(
                        now(), session, new MediaDescription("h264", 640, 360, Optional.empty(), Transport.TCP)));
            }
            return session;
        }

        @Override
        public void activate(long number) {
            calls.add("activate " + number);
        }

        @Override
        public CompletionStage<Void> closeSession(long number) {
            calls.add("close " + number);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void requestReply(long number) {
            if (cutAt == Long.MAX_VALUE) {
                send(new PipelineEvent.ReplyReceived(now(), number, ReplyOutcome.ANSWERED, 200, Duration.ofMillis(1)));
                answered.countDown();
            }
        }

        @Override
        public Optional<Vitals> vitals(long number) {
            long until = Math.min(System.nanoTime(), cutAt);
            long frames = 1 + Math.max(0, until - begun) / FRAME;
            long last = begun + (frames - 1) * FRAME;
            return Optional.of(new Vitals(
                    number,
                    new Vitals.Track(frames, 1, frames * 1000, last, last, Arrivals.of(last)),
                    Optional.empty()));
        }

        @Override
        public void startRecording(RecordingPlan plan) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> stopRecording(SegmentEnd cause) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void flushRecording() {
            calls.add("flush");
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
            // shows nothing
        }

        @Override
        public CompletionStage<Void> close() {
            open.remove(id, this);
            return CompletableFuture.completedFuture(null);
        }
    }
}
