package org.rnvr.monitor.internal.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.pipeline.PipelineListener;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.ReplyOutcome;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.SessionFailure;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.Vitals;

/** Pipelines without media that keep to the contract's order and note what they were asked for. */
final class FakePipelines implements PipelineFactory {

    final Map<String, Pipeline> open = new LinkedHashMap<>();
    final List<String> calls = new ArrayList<>();
    boolean closesAtOnce = true;
    boolean refuses;
    /** Done when a session is activated. */
    Runnable atActivation = () -> {};

    private final Instant epoch;
    private long sessions;

    FakePipelines(Instant epoch) {
        this.epoch = epoch;
    }

    @Override
    public CameraPipeline open(CameraSettings camera, StreamingSettings streaming) {
        if (refuses || open.containsKey(camera.id())) {
            throw new IllegalStateException("Open already: " + camera.id());
        }
        Pipeline pipeline = new Pipeline(camera.id());
        open.put(camera.id(), pipeline);
        calls.add("open " + camera.id() + " " + camera.rtspUrl() + " " + streaming.transport());
        return pipeline;
    }

    Moment at(long millis) {
        return new Moment(epoch.plusMillis(millis), Duration.ofMillis(millis).toNanos());
    }

    final class Pipeline implements CameraPipeline {
        private final String id;
        private final List<PipelineListener> listeners = new ArrayList<>();
        final CompletableFuture<Void> closed = new CompletableFuture<>();
        /** How views are to be, as said last. */
        CameraSettings viewsOf;
        /** The session that was asked for last. */
        long session;

        private long active;
        private long frames;
        private long lastArrival;

        private Pipeline(String id) {
            this.id = id;
        }

        void ready(long millis) {
            send(new PipelineEvent.SessionReady(
                    at(millis), session, new MediaDescription("h264", 640, 360, Optional.empty(), Transport.TCP)));
        }

        void fail(long millis, FailureKind kind) {
            send(new PipelineEvent.SessionFailed(at(millis), session, new SessionFailure(kind, "Failed.")));
        }

        void reply(long millis, int status) {
            send(new PipelineEvent.ReplyReceived(
                    at(millis), active, ReplyOutcome.ANSWERED, status, Duration.ofMillis(2)));
        }

        /** A frame on the active session. */
        void frame(long millis) {
            frames++;
            lastArrival = Duration.ofMillis(millis).toNanos();
        }

        private void send(PipelineEvent event) {
            List.copyOf(listeners).forEach(listener -> listener.onEvent(event));
        }

        void finishClosing() {
            open.remove(id);
            closed.complete(null);
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
            session = ++sessions;
            calls.add("session " + id + " " + session);
            return session;
        }

        @Override
        public void activate(long number) {
            active = number;
            frames = 0;
            calls.add("activate " + id + " " + number);
            atActivation.run();
        }

        @Override
        public CompletionStage<Void> closeSession(long number) {
            calls.add("close session " + id + " " + number);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void requestReply(long number) {
            calls.add("request " + id + " " + number);
        }

        @Override
        public Optional<Vitals> vitals(long number) {
            return number == active
                    ? Optional.of(new Vitals(
                            number,
                            new Vitals.Track(
                                    frames, 1, frames * 1000, lastArrival, lastArrival, Arrivals.of(lastArrival)),
                            Optional.empty()))
                    : Optional.empty();
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
            calls.add("flush " + id);
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
            viewsOf = camera;
        }

        @Override
        public CompletionStage<Void> close() {
            calls.add("close " + id);
            if (closesAtOnce) {
                finishClosing();
            }
            return closed;
        }
    }
}
