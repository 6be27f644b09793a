package org.rnvr.monitor.internal.camera;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Probe;
import org.rnvr.event.Registration;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.monitor.StrategyAssessment;
import org.rnvr.monitor.internal.connection.Connection;
import org.rnvr.monitor.internal.connection.Effect;
import org.rnvr.monitor.internal.connection.Input;
import org.rnvr.monitor.internal.connection.Now;
import org.rnvr.monitor.internal.connection.Terms;
import org.rnvr.monitor.internal.connection.Transition;
import org.rnvr.monitor.internal.detection.SessionWatch;
import org.rnvr.monitor.internal.path.PathResult;
import org.rnvr.monitor.internal.path.PathResult.Reach;
import org.rnvr.monitor.internal.path.RtspAddress;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.SessionFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shell around the connection of one camera: brings inputs to {@link org.rnvr.monitor.internal.connection.ConnectionLogic}
 * and carries its effects out. Decides nothing but when the camera has a pipeline. On the monitor's lane only.
 */
final class WatchedCamera {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedCamera.class);

    private static final Duration OPEN_AGAIN = Duration.ofSeconds(5);

    /** Looks under way at a time: one takes a second when nothing answers, and the next does not wait for that. */
    private static final int LOOKS_MAX = 6;

    private static final int SESSION_NOT_FOUND = 454;

    private final Surroundings surroundings;
    private final Deque<Input> inputs = new ArrayDeque<>();
    private CameraSettings camera;
    private StreamingSettings streaming;
    private Connection connection;
    private CameraStatus published;
    private boolean accepting;
    private boolean gone;

    private Optional<OpenPipeline> pipeline = Optional.empty();
    private CompletableFuture<Void> formerClosed;
    private long openAtNanos;

    private Optional<SessionWatch> watch = Optional.empty();
    private final StandingAssessments assessments = new StandingAssessments();
    private long watchGeneration;
    private int looks;
    private boolean requestDue;

    /**
     * Of a camera that came into the configuration.
     *
     * @param formerClosed completed when no pipeline of an earlier camera of this id is open any more
     */
    WatchedCamera(
            CameraSettings camera,
            StreamingSettings streaming,
            Surroundings surroundings,
            CompletableFuture<Void> formerClosed) {
        this.camera = Objects.requireNonNull(camera);
        this.streaming = Objects.requireNonNull(streaming);
        this.surroundings = Objects.requireNonNull(surroundings);
        this.formerClosed = Objects.requireNonNull(formerClosed);
        Now now = now();
        openAtNanos = now.nanos();
        StatusDetail why = camera.enabled() ? StatusDetail.STOPPED : StatusDetail.DISABLED;
        connection =
                Connection.idle(Terms.of(camera, streaming), why, now.moment().time());
        published = connection.status();
    }

    CameraStatus status() {
        return published;
    }

    /** What strategies think of the active session, as of now. */
    List<StrategyAssessment> assessments() {
        Instant time = now().moment().time();
        return watch.map(session -> assessments.of(session.session(), session.judgements(), time))
                .orElseGet(List::of);
    }

    /**
     * Reports a camera that has just come, and starts it if it is to be.
     *
     * @param delayNanos wait before that
     */
    void start(long delayNanos) {
        surroundings.statuses().accept(published);
        openAtNanos = now().nanos() + delayNanos;
        startIfConfigured();
        settlePipeline();
    }

    /**
     * Takes up the settings of this camera as they are now; does nothing for those that did not change.
     *
     * @param delayNanos wait before its pipeline is opened, if it has to be opened anew
     */
    void apply(CameraSettings newCamera, StreamingSettings newStreaming, long delayNanos) {
        boolean wasEnabled = camera.enabled();
        boolean detectors = !DetectorSettings.of(streaming).equals(DetectorSettings.of(newStreaming));
        camera = newCamera;
        streaming = newStreaming;
        openAtNanos = now().nanos() + delayNanos;
        accept(new Input.TermsChanged(Terms.of(camera, streaming)));
        if (wasEnabled && !camera.enabled()) {
            surroundings.operator().forget(camera.id());
            closePipeline(new Input.Unwanted(StatusDetail.DISABLED));
        } else if (!wasEnabled && camera.enabled()) {
            accept(new Input.Unwanted(StatusDetail.STOPPED));
            startIfConfigured();
        } else if (detectors) {
            watch.ifPresent(w -> w.renew(surroundings.strategies(), streaming, now().nanos()));
        }
        settlePipeline();
        pipeline.ifPresent(open -> open.pipeline().adjustViews(camera, streaming));
    }

    /** As {@link org.rnvr.monitor.CameraMonitor#connect}. */
    void connect() {
        if (camera.enabled() && !gone) {
            accept(new Input.Wanted());
        }
    }

    /** As {@link org.rnvr.monitor.CameraMonitor#stop}. */
    void stop() {
        if (camera.enabled() && !gone) {
            surroundings.operator().forget(camera.id());
            accept(new Input.Unwanted(StatusDetail.STOPPED));
        }
    }

    /**
     * The camera is no longer to be watched at all; reports it a last time.
     *
     * @return completed, never exceptionally, when its pipeline is closed
     */
    CompletableFuture<Void> leave() {
        gone = true;
        surroundings.operator().forget(camera.id());
        closePipeline(new Input.Unwanted(camera.enabled() ? StatusDetail.STOPPED : StatusDetail.DISABLED));
        surroundings.statuses().accept(published);
        return formerClosed;
    }

    /** Time passed. */
    void tick() {
        try {
            settlePipeline();
            accept(new Input.Tick());
            readSession();
        } catch (RuntimeException e) {
            LOG.error("Camera {} could not be watched; its session is given up", camera.id(), e);
            connection
                    .activeSession()
                    .ifPresent(session -> accept(new Input.SessionFailed(
                            session, new SessionFailure(FailureKind.PROTOCOL, "An internal error: see the log."))));
        }
    }

    private void startIfConfigured() {
        // A camera that is to be recorded by itself has to be connected for that.
        if (camera.enabled() && (camera.streamingAtStart() || camera.recordingAtStart())) {
            accept(new Input.Wanted());
        }
    }

    private void settlePipeline() {
        ReceptionSettings wanted = ReceptionSettings.of(camera, streaming);
        if (pipeline.isPresent() && !pipeline.get().settings().equals(wanted)) {
            LOG.info("Camera {}: settings changed, its pipeline is opened anew", camera.id());
            closePipeline();
        }
        if (pipeline.isEmpty()
                && camera.enabled()
                && !gone
                && formerClosed.isDone()
                && now().nanos() - openAtNanos >= 0) {
            openPipeline(wanted);
        }
    }

    private void openPipeline(ReceptionSettings settings) {
        CameraPipeline opened;
        try {
            opened = surroundings.factory().open(camera, streaming);
        } catch (RuntimeException e) {
            LOG.error("Camera {}: no pipeline could be opened; tried again", camera.id(), e);
            openAtNanos = now().nanos() + OPEN_AGAIN.toNanos();
            accept(new Input.PipelineRefused("The pipeline of this camera could not be opened: see the log."));
            return;
        }
        Registration listening =
                opened.listen(event -> surroundings.lane().execute(() -> onPipelineEvent(opened, event)));
        pipeline = Optional.of(new OpenPipeline(opened, settings, listening));
        accept(new Input.PipelineOpened());
    }

    private void closePipeline(Input... further) {
        OpenPipeline closing = pipeline.orElse(null);
        pipeline = Optional.empty();
        inputs.add(new Input.PipelineClosed());
        inputs.addAll(List.of(further));
        acceptAll();
        if (closing != null) {
            closing.listening().close();
            CompletableFuture<Void> closed = new CompletableFuture<>();
            formerClosed = closed;
            closing.pipeline().close().whenComplete((nothing, failure) -> {
                if (failure != null) {
                    LOG.error("Camera {}: its pipeline failed to close", camera.id(), failure);
                }
                closed.complete(null);
            });
        }
    }

    private void accept(Input input) {
        inputs.add(input);
        acceptAll();
    }

    /** The status before its effects: whoever hears an event, or of a file that it began, finds it. */
    private void acceptAll() {
        if (accepting) {
            return;
        }
        accepting = true;
        try {
            for (Input input = inputs.poll(); input != null; input = inputs.poll()) {
                Transition transition = surroundings.logic().step(connection, input, now());
                connection = transition.next();
                if (inputs.isEmpty()) {
                    publishStatus();
                }
                transition.effects().forEach(this::carryOut);
            }
        } finally {
            accepting = false;
            inputs.clear();
        }
        followActiveSession();
        publishStatus();
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Publish publish) {
            surroundings.journal().accept(publish.event());
        } else if (effect instanceof Effect.LookAtPath) {
            lookAtPath();
        } else if (effect instanceof Effect.OpenSession) {
            CameraPipeline open = pipeline.orElseThrow().pipeline();
            inputs.addFirst(new Input.SessionOpened(open.openSession()));
        } else if (effect instanceof Effect.Activate activate) {
            pipeline.ifPresent(open -> open.pipeline().activate(activate.session()));
        } else if (effect instanceof Effect.CloseSession close) {
            pipeline.ifPresent(open -> open.pipeline().closeSession(close.session()));
        } else if (effect instanceof Effect.AskSession ask) {
            pipeline.ifPresent(open -> open.pipeline().requestReply(ask.session()));
        } else if (effect instanceof Effect.FlushRecording) {
            pipeline.ifPresent(open -> open.pipeline().flushRecording());
        } else if (effect instanceof Effect.Alarm alarm) {
            surroundings
                    .operator()
                    .gone(camera.id(), camera.name(), network(), alarm.silentSinceNanos(), alarm.text(), now());
        } else if (effect instanceof Effect.AllClear) {
            surroundings.operator().back(camera.id(), camera.name(), now());
        }
    }

    private void publishStatus() {
        CameraStatus status = connection.status();
        if (status.equals(published)) {
            return;
        }
        if (status.state() != published.state() || status.detail() != published.detail()) {
            LOG.debug(
                    "Camera {}: {}{}",
                    camera.id(),
                    status.state(),
                    status.text().isEmpty() ? "" : ": " + status.text());
        }
        published = status;
        surroundings.statuses().accept(status);
    }

    private void followActiveSession() {
        OptionalLong active = connection.activeSession();
        if (watch.isPresent() && (active.isEmpty() || watch.get().session() != active.getAsLong())) {
            watch.get().close();
            watch = Optional.empty();
            requestDue = false;
        }
        if (watch.isEmpty() && active.isPresent()) {
            Optional<InetSocketAddress> address = RtspAddress.of(camera.rtspUrl())
                    .map(at -> InetSocketAddress.createUnresolved(at.host(), at.port()));
            SessionWatch opened =
                    new SessionWatch(camera.id(), address, active.getAsLong(), now().nanos(), this::judgeWatched);
            watch = Optional.of(opened);
            useActingStrategies(opened);
        }
    }

    private void useActingStrategies(SessionWatch session) {
        watchGeneration = surroundings.strategies().generation();
        session.use(surroundings.strategies(), streaming, now().nanos());
    }

    private void readSession() {
        SessionWatch session = watch.orElse(null);
        OpenPipeline open = pipeline.orElse(null);
        if (session == null || open == null) {
            return;
        }
        if (watchGeneration != surroundings.strategies().generation()) {
            useActingStrategies(session);
        }
        long nanos = now().nanos();
        open.pipeline()
                .vitals(session.session())
                .ifPresentOrElse(
                        vitals -> session.read(vitals, surroundings.time(), nanos),
                        () -> session.show(new Observation.Tick(nanos)));
        judge(session);
    }

    private void judgeWatched() {
        watch.ifPresent(this::judge);
    }

    private void judge(SessionWatch session) {
        accept(new Input.Observed(session.session(), session.lastVideoNanos(), session.judgements()));
        if (watch.isEmpty() || watch.get() != session) {
            return;
        }
        for (Probe probe : session.takeAsked()) {
            switch (probe) {
                case SESSION_REQUEST -> requestDue = true;
                case FRESH_CONNECTION -> lookUnlessLooking();
            }
        }
        requestIfDue(session);
    }

    private void requestIfDue(SessionWatch session) {
        if (requestDue && connection.mayAskSession(now())) {
            requestDue = false;
            pipeline.ifPresent(open -> open.pipeline().requestReply(session.session()));
        }
    }

    private void onPipelineEvent(CameraPipeline source, PipelineEvent event) {
        if (pipeline.isEmpty() || pipeline.get().pipeline() != source) {
            return;
        }
        if (event instanceof PipelineEvent.SessionReady ready) {
            accept(new Input.SessionReady(surroundings.time().at(ready.at().nanos()), ready.session(), ready.media()));
        } else if (event instanceof PipelineEvent.SessionFailed failed) {
            watch.filter(session -> session.session() == failed.session()).ifPresent(session -> readSession());
            accept(new Input.SessionFailed(failed.session(), failed.failure()));
        } else if (event instanceof PipelineEvent.ReplyReceived reply) {
            show(
                    reply.session(),
                    new Observation.RequestEnded(now().nanos(), reply.outcome(), reply.status(), reply.roundTrip()));
            accept(new Input.Replied(reply.session(), meaning(reply)));
        } else if (event instanceof PipelineEvent.Buffering buffering) {
            show(buffering.session(), new Observation.BufferLevel(now().nanos(), buffering.percent()));
        }
    }

    private static Input.Reply meaning(PipelineEvent.ReplyReceived reply) {
        return switch (reply.outcome()) {
            case ANSWERED -> reply.status() == SESSION_NOT_FOUND ? Input.Reply.SESSION_UNKNOWN : Input.Reply.ANSWERED;
            case NOT_OFFERED -> Input.Reply.NOT_OFFERED;
            case NOT_OPEN, TIMED_OUT, FAILED -> Input.Reply.NONE;
        };
    }

    private void show(long session, Observation observation) {
        watch.filter(watched -> watched.session() == session).ifPresent(watched -> {
            watched.show(observation);
            surroundings.strategies().flush();
        });
    }

    /** A look that is under way serves all who ask. */
    private void lookUnlessLooking() {
        if (looks == 0) {
            lookAtPath();
        }
    }

    private void lookAtPath() {
        if (looks >= LOOKS_MAX) {
            return;
        }
        looks++;
        Optional<RtspAddress> address = RtspAddress.of(camera.rtspUrl());
        CompletionStage<PathResult> look = address.map(surroundings.path()::look)
                .orElseGet(() -> CompletableFuture.completedFuture(
                        new PathResult(Reach.UNCERTAIN, "The camera's URL holds no address.")));
        look.whenComplete((result, failure) -> surroundings.lane().execute(() -> {
            if (failure != null) {
                LOG.error("Camera {}: looking at the path failed", camera.id(), failure);
            }
            lookedAtPath(failure == null ? result : new PathResult(Reach.UNCERTAIN, "Not looked at: see the log."));
        }));
    }

    private void lookedAtPath(PathResult result) {
        looks--;
        connection
                .activeSession()
                .ifPresent(session -> show(
                        session,
                        new Observation.PathProbed(now().nanos(), result.reach() == Reach.ANSWERED, result.text())));
        accept(new Input.PathLooked(result));
    }

    /** Cameras of one network share a switch, as far as can be told from here. */
    String network() {
        return RtspAddress.of(camera.rtspUrl()).map(RtspAddress::network).orElse("");
    }

    /** Whether it is to be connected. */
    boolean isWanted() {
        return connection.state() != ConnectionState.DISCONNECTED;
    }

    private Now now() {
        return surroundings.now();
    }

    private record OpenPipeline(CameraPipeline pipeline, ReceptionSettings settings, Registration listening) {}
}
