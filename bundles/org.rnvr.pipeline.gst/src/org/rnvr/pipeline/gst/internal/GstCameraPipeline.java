package org.rnvr.pipeline.gst.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.PipelineListener;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.SessionFailure;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.ViewFailure;
import org.rnvr.pipeline.Vitals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pipeline of one camera. What the interface promises is done on its lane. */
final class GstCameraPipeline implements CameraPipeline {

    private static final Logger LOG = LoggerFactory.getLogger(GstCameraPipeline.class);

    private static final Duration LONGEST_CLOSE = Duration.ofMillis(2400);
    private static final Duration LONGEST_PARTS_CLOSE = Duration.ofMillis(2000);
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(1);

    private final CameraSettings camera;
    private final StreamingSettings streaming;
    private final GstRuntime runtime;
    private final Workers workers;
    private final DiskSync sync;
    private final AtomicLong sessionNumbers;
    private final Runnable onClose;
    private final Lane lane;
    private final SerialExecutor disk;
    private final Memory memory = new Memory(new BufferReferences());
    private final Listeners listeners;
    private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
    private final Map<Long, ReplyRequest> requests = new LinkedHashMap<>();
    /** Their answers are not waited for any more, but may still come until their sources are stopped. */
    private final Set<ReplyRequest> abandoned = new HashSet<>();

    private final Set<CompletableFuture<Void>> pending = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Graph graph;
    private Recording recording;
    private Views views;
    private ViewSettings viewSettings;
    private Session active;
    private RecordingPlan planBeforeGraph;
    private boolean closing;

    /**
     * Makes a pipeline; GStreamer is not touched until the first session or view.
     *
     * @param camera the camera
     * @param streaming how it is received
     * @param runtime brings GStreamer up
     * @param workers for what may block
     * @param sync keeps recordings on the disk
     * @param sessionNumbers gives numbers that were never used
     * @param onClose run when closing begins
     */
    GstCameraPipeline(
            CameraSettings camera,
            StreamingSettings streaming,
            GstRuntime runtime,
            Workers workers,
            DiskSync sync,
            AtomicLong sessionNumbers,
            Runnable onClose) {
        this.camera = camera;
        this.streaming = streaming;
        this.runtime = runtime;
        this.workers = workers;
        this.sync = sync;
        this.sessionNumbers = sessionNumbers;
        this.onClose = onClose;
        this.viewSettings = ViewSettings.of(camera, streaming);
        this.lane = new Lane("camera-" + camera.id());
        this.disk = new SerialExecutor(workers);
        this.listeners = new Listeners(camera.id());
        closed.thenRun(() -> {
            lane.execute(this::giveUp);
            lane.end();
            List.copyOf(pending).forEach(stage -> stage.complete(null));
        });
    }

    @Override
    public String cameraId() {
        return camera.id();
    }

    @Override
    public Registration listen(PipelineListener listener) {
        return listeners.add(listener);
    }

    @Override
    public long openSession() {
        long number = sessionNumbers.incrementAndGet();
        request(() -> open(number));
        return number;
    }

    private void open(long number) {
        Optional<SessionFailure> problem = graph();
        if (problem.isPresent()) {
            tellFailure(number, problem.orElseThrow());
            return;
        }
        Optional<RtspUrl> url = RtspUrl.parse(camera.rtspUrl());
        if (url.isEmpty()) {
            tellFailure(
                    number,
                    new SessionFailure(FailureKind.BAD_URL, "The address of the camera is missing or no RTSP URL."));
            return;
        }
        try {
            SourceSettings settings = SourceSettings.of(url.orElseThrow(), camera.credentials(), streaming);
            Session session =
                    new Session(number, graph, lane, workers, settings, new SessionEvents(), memory, recording);
            sessions.put(number, session);
            session.begin();
        } catch (MissingElementException e) {
            tellFailure(number, new SessionFailure(FailureKind.ELEMENT_MISSING, e.getMessage()));
        }
    }

    private Optional<SessionFailure> graph() {
        if (graph == null) {
            Optional<SessionFailure> problem = runtime.problem();
            if (problem.isPresent()) {
                return problem;
            }
            graph = new Graph("camera-" + camera.id(), message -> lane.execute(() -> onMessage(message)));
            recording = new Recording(graph, lane, disk, sync, memory, listeners::tell);
            views = new Views(
                    camera.id(),
                    graph,
                    lane,
                    workers,
                    sessionNumbers,
                    viewSettings,
                    (view, lack, reason) -> listeners.tell(at -> new PipelineEvent.ViewFailed(at, view, lack, reason)));
            if (planBeforeGraph != null) {
                recording.start(planBeforeGraph);
                planBeforeGraph = null;
            }
        }
        return Optional.empty();
    }

    @Override
    public void activate(long number) {
        request(() -> {
            Session next = sessions.get(number);
            if (next == null || next == active || !next.wasReady()) {
                return;
            }
            CompletableFuture<Void> viewsLeft = deactivate(views.leaveForAnother());
            active = next;
            recording.enter(next);
            viewsLeft.thenRunAsync(() -> flow(next), lane);
        });
    }

    /** Lets the active session feed nothing any more. */
    private CompletableFuture<Void> deactivate(CompletableFuture<Void> viewsLeft) {
        Session before = active;
        if (before != null) {
            active = null;
            before.detaching(viewsLeft);
            before.detaching(recording.leave(SegmentEnd.RECONNECTION));
        }
        return viewsLeft;
    }

    /** All is connected before the key frame that is held passes. */
    private void flow(Session session) {
        if (session == active) {
            views.enter(session);
            if (session.isReady()) {
                session.open();
            }
        }
    }

    @Override
    public CompletionStage<Void> closeSession(long number) {
        CompletableFuture<Void> done = pending();
        request(() -> close(number).thenRun(() -> done.complete(null)));
        return done.minimalCompletionStage();
    }

    private CompletableFuture<Void> close(long number) {
        Session session = sessions.remove(number);
        if (session == null) {
            return CompletableFuture.completedFuture(null);
        }
        Runnable onStopped = abandonRequest(number);
        if (session != active) {
            return session.close().thenRun(onStopped);
        }
        deactivate(views.leave());
        return session.close().thenRun(onStopped).thenComposeAsync(nothing -> recording.finished(), lane);
    }

    @Override
    public void requestReply(long number) {
        request(() -> {
            Session session = sessions.get(number);
            if (session == null || session.failed() || requests.containsKey(number)) {
                return;
            }
            requests.put(
                    number,
                    new ReplyRequest(
                            GstBin.pointer(session.source().rtspsrc()), lane, result -> replied(number, result)));
        });
    }

    private void replied(long number, ReplyRequest.Result result) {
        ReplyRequest request = requests.remove(number);
        if (request != null) {
            request.release();
            tellReply(number, result);
        }
    }

    /** What is returned is to be run when the session's source is stopped. */
    private Runnable abandonRequest(long number) {
        ReplyRequest request = requests.remove(number);
        if (request == null) {
            return () -> {};
        }
        abandoned.add(request);
        tellReply(number, request.abandoned());
        return () -> {
            abandoned.remove(request);
            request.release();
        };
    }

    private void tellReply(long number, ReplyRequest.Result result) {
        listeners.tell(at ->
                new PipelineEvent.ReplyReceived(at, number, result.outcome(), result.status(), result.roundTrip()));
    }

    @Override
    public Optional<Vitals> vitals(long number) {
        return Optional.ofNullable(sessions.get(number)).map(Session::vitals);
    }

    @Override
    public void startRecording(RecordingPlan plan) {
        request(() -> {
            if (recording == null) {
                planBeforeGraph = plan;
            } else {
                recording.start(plan);
            }
        });
    }

    @Override
    public CompletionStage<Void> stopRecording(SegmentEnd cause) {
        CompletableFuture<Void> done = pending();
        request(() -> {
            planBeforeGraph = null;
            if (recording == null) {
                done.complete(null);
            } else {
                recording.stop(cause).thenRun(() -> done.complete(null));
            }
        });
        return done.minimalCompletionStage();
    }

    @Override
    public void flushRecording() {
        request(() -> {
            if (recording != null) {
                recording.flush();
            }
        });
    }

    @Override
    public void remember(Duration atMost, long bytes) {
        request(() -> memory.bound(atMost, bytes));
    }

    @Override
    public void splitRecording() {
        request(() -> {
            if (recording != null) {
                recording.split();
            }
        });
    }

    @Override
    public View show(long nativeWindow) {
        return view(new WindowOutlet(nativeWindow));
    }

    @Override
    public View draw(Consumer<Picture> painter) {
        return view(new PaintingOutlet(painter, workers));
    }

    private View view(Outlet outlet) {
        TrackVitals pictures = new TrackVitals();
        LazyView view = new LazyView(lane, pending(), pictures);
        request(() -> {
            Optional<SessionFailure> problem = graph();
            if (problem.isPresent()) {
                listeners.tell(at -> new PipelineEvent.ViewFailed(
                        at, view, ViewFailure.PICTURES, problem.orElseThrow().text()));
                return;
            }
            view.attach(views.add(outlet, view, pictures));
        });
        return view;
    }

    @Override
    public void adjustViews(CameraSettings settings, StreamingSettings streamingSettings) {
        request(() -> {
            viewSettings = ViewSettings.of(settings, streamingSettings);
            if (views != null) {
                views.use(viewSettings);
            }
        });
    }

    @Override
    public CompletionStage<Void> close() {
        CompletableFuture.delayedExecutor(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (closed.complete(null)) {
                        LOG.warn("The pipeline of camera {} could not be closed in time", camera.id());
                    }
                });
        lane.execute(() -> {
            if (!closing) {
                closing = true;
                closeAll();
                onClose.run();
            }
        });
        return closed.minimalCompletionStage();
    }

    private void closeAll() {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        if (recording != null) {
            ends.add(recording.stop(SegmentEnd.STOP));
        }
        if (views != null) {
            ends.add(views.close());
        }
        CompletableFuture<Void> mediaLeft = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
        Map<Session, Runnable> open = new LinkedHashMap<>();
        sessions.values().forEach(session -> open.put(session, abandonRequest(session.number())));
        sessions.clear();
        active = null;
        mediaLeft
                .copy()
                .completeOnTimeout(null, LONGEST_PARTS_CLOSE.toMillis() / 2, TimeUnit.MILLISECONDS)
                .thenComposeAsync(
                        nothing -> CompletableFuture.allOf(open.entrySet().stream()
                                .map(each -> each.getKey().close().thenRun(each.getValue()))
                                .toArray(CompletableFuture[]::new)),
                        lane)
                .thenCombine(mediaLeft, (sources, media) -> null)
                .completeOnTimeout(null, LONGEST_PARTS_CLOSE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(problem -> {
                    LOG.error("A part of the pipeline of camera {} failed to close", camera.id(), problem);
                    return null;
                })
                .thenRunAsync(this::giveUp, lane)
                .thenRunAsync(this::closeGraph, workers)
                .thenRun(() -> closed.complete(null));
    }

    private void giveUp() {
        memory.bound(Duration.ZERO, 0);
        if (recording != null) {
            recording.giveUp();
        }
    }

    private void closeGraph() {
        if (graph != null) {
            graph.close();
        }
    }

    /** A stage that is completed at the latest when this pipeline is closed. */
    private CompletableFuture<Void> pending() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        pending.add(done);
        done.thenRun(() -> pending.remove(done));
        if (closed.isDone()) {
            done.complete(null);
        }
        return done;
    }

    /** Does something on the lane after what was asked for before, unless this pipeline is closing. */
    void request(Runnable task) {
        lane.execute(() -> {
            if (!closing) {
                task.run();
            }
        });
    }

    /** A part of this pipeline reported something; on the lane. */
    void onMessage(PartMessage message) {
        if (views.onMessage(message)) {
            return;
        }
        if (message.part().startsWith("session-")) {
            sessions.values().stream()
                    .filter(session -> session.part().equals(message.part()))
                    .findFirst()
                    .ifPresent(session -> onSessionMessage(session, message));
        } else if (message.kind() == PartMessage.Kind.ERROR) {
            recording.onError(message);
        }
    }

    private void onSessionMessage(Session session, PartMessage message) {
        switch (message.kind()) {
            case WARNING -> {
                LOG.debug("Camera {}: {} {}", camera.id(), message.text(), message.debug());
                if (!session.wasReady()) {
                    FailureMapping.beforeMedia(message).ifPresent(failure -> fail(session, failure));
                }
            }
            case ELEMENT -> {
                if (message.domain().equals("GstRTSPSrcTimeout")) {
                    fail(session, new SessionFailure(FailureKind.ENDED, "The camera sends nothing any more."));
                }
            }
            case BUFFERING -> listeners.tell(at -> new PipelineEvent.Buffering(at, session.number(), message.code()));
            case ERROR -> {
                LOG.debug("Camera {}: {} {}", camera.id(), message.text(), message.debug());
                onSessionError(session, message);
            }
        }
    }

    private void onSessionError(Session session, PartMessage error) {
        if (session.failed()) {
            return;
        }
        Optional<String> missing = session.source().missingElement();
        if (missing.isPresent()) {
            fail(session, new SessionFailure(FailureKind.ELEMENT_MISSING, missing.orElseThrow()));
            return;
        }
        Optional<SessionFailure> known = FailureMapping.failure(
                error, session.wasReady(), session.source().refusedVideo());
        if (known.isPresent()) {
            fail(session, known.orElseThrow());
            return;
        }
        session.fail();
        RtspUrl url = RtspUrl.parse(camera.rtspUrl()).orElseThrow();
        workers.execute(() -> {
            SessionFailure found = new ConnectionCheck(url, LONGEST_CHECK).diagnose();
            request(() -> {
                if (sessions.containsKey(session.number())) {
                    tellFailure(session.number(), found);
                }
            });
        });
    }

    private void fail(Session session, SessionFailure failure) {
        if (!session.failed()) {
            session.fail();
            tellFailure(session.number(), failure);
        }
    }

    private void tellFailure(long number, SessionFailure failure) {
        listeners.tell(at -> new PipelineEvent.SessionFailed(at, number, failure));
    }

    /** What sessions tell. */
    private final class SessionEvents implements Session.Listener {

        @Override
        public void ready(Session session, Moment firstFrame, MediaDescription media) {
            if (sessions.containsValue(session) && !session.failed()) {
                listeners.tell(at -> new PipelineEvent.SessionReady(firstFrame, session.number(), media));
            }
        }

        @Override
        public void withoutVideo(Session session) {
            if (sessions.containsValue(session)) {
                fail(session, FailureMapping.withoutVideo(session.source().refusedVideo()));
            }
        }

        @Override
        public void ended(Session session) {
            if (sessions.containsValue(session)) {
                fail(session, new SessionFailure(FailureKind.ENDED, "The camera ended the session."));
            }
        }

        @Override
        public void mediaChanged(Session session) {
            if (session == active) {
                recording.renew();
            }
            session.open();
        }
    }
}
