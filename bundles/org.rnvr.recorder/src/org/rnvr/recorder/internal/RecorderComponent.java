package org.rnvr.recorder.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Gap;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.pipeline.SegmentNaming;
import org.rnvr.recorder.internal.catalog.Boot;
import org.rnvr.recorder.internal.catalog.Catalog;
import org.rnvr.recorder.internal.volume.GuardedNaming;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Recorder;
import org.rnvr.recording.RecordingStatus;
import org.rnvr.recording.StorageStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records every camera that has a pipeline and is wanted: carries out what {@link CameraRecording} decides. Everything
 * that happens goes through one lane; what waits for the disk has a lane of its own.
 */
@Component(immediate = true)
public final class RecorderComponent implements Recorder {

    private static final Logger LOGGER = LoggerFactory.getLogger(RecorderComponent.class);

    /** How long after its end the recorder still listens for the ends of files. */
    private static final long LINGER_SECONDS = 5;

    private static final long SETTLING_SECONDS = 1;

    /** How often calendars are looked into. */
    private static final long TICK_SECONDS = 1;

    private final EventAdmin eventAdmin;
    private final StorageComponent storage;
    private final Catalog catalog;
    private final CatalogComponent catalogUpkeep;
    private final CatalogEntries entries = new CatalogEntries(Boot.identity());
    private final Registration configuration;
    private final Registration volume;
    private final ScheduledThreadPoolExecutor lane = Lanes.single("rnvr-recorder");
    private final ScheduledThreadPoolExecutor diskLane = Lanes.single("rnvr-recorder-disk");
    private final StatusBoard statuses = new StatusBoard();

    // confined to the lane
    private final Map<String, CameraRecording> cameras = new HashMap<>();
    private final Map<String, Attachment> attachments = new HashMap<>();
    private final Map<Path, FolderHealth> folders = new HashMap<>();
    private final Map<CameraMonitor, Registration> monitors = new HashMap<>();
    private long attached;

    /** Begins to follow the configuration. */
    @Activate
    public RecorderComponent(
            @Reference ConfigurationService configuration,
            @Reference StorageComponent storage,
            @Reference CatalogComponent catalog,
            @Reference EventAdmin eventAdmin) {
        this.storage = storage;
        this.catalog = catalog.catalog();
        catalogUpkeep = catalog;
        this.eventAdmin = eventAdmin;
        this.configuration = configuration.observe(current -> enqueue(() -> configure(current)));
        volume = storage.observe(status -> enqueue(() -> follow(status)));
        lane.scheduleWithFixedDelay(Lanes.guarded(this::tick), TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    /** Stops recording without waiting for it; the ends of files are still reported for a while. */
    @Deactivate
    void deactivate() {
        configuration.close();
        volume.close();
        enqueue(() -> {
            monitors.values().forEach(Registration::close);
            attachments.values().forEach(attachment -> attachment.pipeline().stopRecording(SegmentEnd.STOP));
        });
        awaitSettled(); // a recorder that takes over must not be stopped by the one before
        diskLane.shutdown();
        later(lane::shutdown);
    }

    private void awaitSettled() {
        try {
            settled().toCompletableFuture().get(SETTLING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.warn("the recorder ends before all is carried out that pipelines reported", e);
        }
    }

    @Override
    public CompletionStage<Void> settled() {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        enqueue(() -> settled.complete(null));
        if (lane.isShutdown()) {
            settled.complete(null);
        }
        return settled;
    }

    private void later(Runnable work) {
        try {
            lane.schedule(Lanes.guarded(work), LINGER_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("the recorder has ended already", e);
        }
    }

    /** Whiteboard of pipelines. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPipeline(CameraPipeline pipeline) {
        enqueue(() -> attach(pipeline));
    }

    void removePipeline(CameraPipeline pipeline) {
        enqueue(() -> detach(pipeline));
    }

    /** Tells which cameras were stopped on purpose. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setMonitor(CameraMonitor monitor) {
        enqueue(() -> monitors.put(monitor, monitor.observe(status -> enqueue(() -> connection(status)))));
    }

    void unsetMonitor(CameraMonitor monitor) {
        enqueue(() -> Optional.ofNullable(monitors.remove(monitor)).ifPresent(Registration::close));
    }

    @Override
    public List<RecordingStatus> recordings() {
        return statuses.all();
    }

    @Override
    public Registration observe(Consumer<RecordingStatus> observer) {
        return statuses.observe(observer, this::enqueue);
    }

    @Override
    public void start(String cameraId) {
        ask(cameraId, camera -> camera.wanted(now(), true));
    }

    @Override
    public void stop(String cameraId) {
        ask(cameraId, camera -> camera.wanted(now(), false));
    }

    @Override
    public void pause(String cameraId) {
        ask(cameraId, camera -> camera.paused(now(), true));
    }

    @Override
    public void resume(String cameraId) {
        ask(cameraId, camera -> camera.paused(now(), false));
    }

    @Override
    public void release(String cameraId) {
        ask(cameraId, camera -> camera.released(now()));
    }

    private void ask(String cameraId, Function<CameraRecording, List<Effect>> question) {
        enqueue(() -> {
            CameraRecording camera = cameras.get(cameraId);
            if (camera != null) {
                apply(cameraId, question.apply(camera));
            }
        });
    }

    private void follow(StorageStatus status) {
        if (!status.state().isWritable()) {
            Finding finding = Finding.of(status);
            cameras.forEach((cameraId, camera) -> apply(cameraId, camera.volumeRefused(now(), status.path(), finding)));
        } else {
            cameras.forEach((cameraId, camera) -> apply(cameraId, camera.volumeAccepted(now(), status.path())));
        }
    }

    private void tick() {
        cameras.forEach((cameraId, camera) -> apply(cameraId, camera.tick(now())));
    }

    private void configure(Configuration current) {
        Set<String> removed = new HashSet<>(cameras.keySet());
        int place = 0;
        for (CameraSettings settings : current.cameras()) {
            removed.remove(settings.id());
            PlanSettings plan = PlanSettings.of(current, place++);
            apply(settings.id(), camera(settings.id()).configured(now(), settings, plan));
        }
        removed.forEach(cameraId -> apply(cameraId, cameras.get(cameraId).removed(now())));
    }

    private CameraRecording camera(String cameraId) {
        return cameras.computeIfAbsent(cameraId, id -> new CameraRecording(now(), id, ZoneId::systemDefault));
    }

    private void connection(CameraStatus status) {
        CameraRecording camera = cameras.get(status.cameraId());
        if (camera != null) {
            apply(status.cameraId(), camera.connection(now(), status.state()));
        }
    }

    private void attach(CameraPipeline pipeline) {
        String cameraId = pipeline.cameraId();
        long number = ++attached;
        AtomicReference<Optional<Path>> reserved = new AtomicReference<>(Optional.empty());
        AtomicReference<Registration> registration = new AtomicReference<>();
        registration.set(pipeline.listen(event -> {
            if (event instanceof PipelineEvent.SegmentOpened opened) {
                reserved.updateAndGet(file -> file.filter(other -> !other.equals(opened.file())));
            }
            enqueue(() -> {
                hear(cameraId, number, reserved, event);
                if (event instanceof PipelineEvent.SegmentClosed) {
                    releaseIfOver(cameraId, number, registration.get());
                }
            });
        }));
        attachments.put(cameraId, new Attachment(number, pipeline, registration.get(), reserved));
        apply(cameraId, camera(cameraId).attached(now(), number));
    }

    private void detach(CameraPipeline pipeline) {
        Attachment attachment = attachments.get(pipeline.cameraId());
        if (attachment == null || attachment.pipeline() != pipeline) {
            return; // replaced already
        }
        attachments.remove(pipeline.cameraId());
        apply(pipeline.cameraId(), camera(pipeline.cameraId()).detached(now(), attachment.number()));
        later(() -> releaseIfOver(pipeline.cameraId(), attachment.number(), attachment.registration()));
    }

    /** A pipeline that is gone may just be opening a file; it is listened to until its last file is reported as closed. */
    private void releaseIfOver(String cameraId, long number, Registration registration) {
        Attachment present = attachments.get(cameraId);
        if ((present == null || present.number() != number) && !camera(cameraId).writing(number)) {
            registration.close();
        }
    }

    private void hear(String cameraId, long number, AtomicReference<Optional<Path>> reserved, PipelineEvent event) {
        CameraRecording camera = camera(cameraId);
        if (event instanceof PipelineEvent.SegmentOpened opened) {
            apply(cameraId, camera.segmentOpened(now(), number, opened));
        } else if (event instanceof PipelineEvent.SegmentClosed closed) {
            apply(cameraId, camera.segmentClosed(now(), closed));
        } else if (event instanceof PipelineEvent.RecordingFailed failed) {
            reserved.getAndSet(Optional.empty()).ifPresent(file -> onDisk(() -> discard(cameraId, file)));
            storage.distrust();
            apply(cameraId, camera.recordingFailed(now(), number, failed));
        }
    }

    /** The status first: whoever hears an event finds it. */
    private void apply(String cameraId, List<Effect> effects) {
        statuses.put(cameras.get(cameraId).status());
        effects.forEach(effect -> carryOut(cameraId, effect));
    }

    private void carryOut(String cameraId, Effect effect) {
        if (effect instanceof Effect.Record record) {
            startRecording(cameraId, record.plan());
        } else if (effect instanceof Effect.StopRecording stop) {
            Optional.ofNullable(attachments.get(cameraId))
                    .ifPresent(attachment -> attachment.pipeline().stopRecording(stop.cause()));
        } else if (effect instanceof Effect.Remember remember) {
            Optional.ofNullable(attachments.get(cameraId))
                    .ifPresent(attachment -> attachment.pipeline().remember(remember.atMost(), remember.bytes()));
        } else if (effect instanceof Effect.Post post) {
            if (post.event() instanceof Gap gap) {
                catalog.gap(new RecordedGap(gap.cameraId(), gap.from(), gap.to(), gap.cause()));
            }
            post(post.event());
        } else if (effect instanceof Effect.Probe probe) {
            probe(cameraId, probe);
        } else if (effect instanceof Effect.Opened opened) {
            catalog.opened(entries.of(cameraId, opened));
        } else if (effect instanceof Effect.Closed closed) {
            enter(cameraId, closed);
        } else if (effect instanceof Effect.CallBack callBack) {
            schedule(cameraId, callBack);
        } else if (effect instanceof Effect.Refused refused) {
            LOGGER.warn(
                    "camera {} is not being recorded: {}; trying again until it can be",
                    cameraId,
                    refused.finding().text());
            if (!refused.finding().ofVolume()) {
                folder(refused.folder())
                        .refused(now(), cameraId, refused.finding())
                        .ifPresent(this::post);
            }
        } else if (effect instanceof Effect.Accepted accepted) {
            LOGGER.info("camera {} can be recorded to {} again", cameraId, accepted.folder());
            folder(accepted.folder())
                    .accepted(now(), cameraId, accepted.freeBytes())
                    .ifPresent(this::post);
        } else if (effect instanceof Effect.Left left) {
            folder(left.folder()).left(cameraId);
        }
    }

    private void enter(String cameraId, Effect.Closed closed) {
        if (closed.cause() == SegmentEnd.STORAGE) {
            catalog.refused(closed.segment().file());
            catalogUpkeep.checkSoon();
        } else {
            catalog.closed(entries.of(cameraId, closed));
        }
    }

    /** While the volume is away the disk is not asked, for it may not answer. */
    private void probe(String cameraId, Effect.Probe probe) {
        Optional<Finding> away = isAway(probe.folder());
        if (away.isPresent()) {
            probed(cameraId, probe, away.get());
            return;
        }
        onDisk(() -> {
            Finding finding = storage.volumeAt(probe.folder())
                    .absence()
                    .map(Finding::away)
                    .orElseGet(() -> StorageProbe.probe(probe.folder(), cameraId));
            enqueue(() -> probed(cameraId, probe, isAway(probe.folder()).orElse(finding)));
        });
    }

    private void probed(String cameraId, Effect.Probe probe, Finding finding) {
        apply(cameraId, camera(cameraId).probed(now(), probe.token(), finding));
    }

    /** Why nothing can be written to a folder, as far as it is a question of the volume. */
    private Optional<Finding> isAway(Path folder) {
        StorageStatus status = storage.status();
        return status.state().isWritable()
                        || !status.path().equals(folder.toAbsolutePath().normalize())
                ? Optional.empty()
                : Optional.of(Finding.of(status));
    }

    private void startRecording(String cameraId, PlanSettings settings) {
        Attachment attachment = attachments.get(cameraId);
        if (attachment == null) {
            return;
        }
        SegmentNaming naming = new GuardedNaming(
                new DatedFiles(
                        settings.folder(),
                        cameraId,
                        settings.container().extension(),
                        ZoneId::systemDefault,
                        catalog.inUse()),
                storage.volumeAt(settings.folder()));
        attachment
                .pipeline()
                .startRecording(new RecordingPlan(
                        attachment.remembering(naming),
                        settings.container(),
                        settings.rotation(),
                        settings.stagger(),
                        settings.fragment()));
    }

    private FolderHealth folder(Path folder) {
        return folders.computeIfAbsent(folder, FolderHealth::new);
    }

    private void post(RnvrEvent event) {
        eventAdmin.postEvent(new Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
    }

    private void schedule(String cameraId, Effect.CallBack callBack) {
        try {
            lane.schedule(
                    Lanes.guarded(() -> apply(cameraId, camera(cameraId).due(now(), callBack.token()))),
                    callBack.delay().toNanos(),
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("the recorder has ended: no further attempt for camera {}", cameraId, e);
        }
    }

    /** Takes away a file whose name was reserved and that nothing was written to. */
    private void discard(String cameraId, Path file) {
        try {
            if (Files.size(file) == 0) {
                Files.delete(file);
                catalog.discarded(cameraId, file);
            }
        } catch (IOException e) {
            LOGGER.debug("cannot take away the empty file {}", file, e);
        }
    }

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime());
    }

    private void onDisk(Runnable work) {
        execute(diskLane, work);
    }

    private void enqueue(Runnable work) {
        execute(lane, work);
    }

    private static void execute(ScheduledThreadPoolExecutor executor, Runnable work) {
        try {
            executor.execute(Lanes.guarded(work));
        } catch (RejectedExecutionException e) {
            LOGGER.debug("the recorder has ended and takes in nothing more", e);
        }
    }
}
