package org.rnvr.recorder.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.Container;
import org.rnvr.event.Gap;
import org.rnvr.event.Moment;
import org.rnvr.event.RecordingStarted;
import org.rnvr.event.RecordingStopped;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.SegmentClosed;
import org.rnvr.event.Stopped;
import org.rnvr.event.Storage;
import org.rnvr.media.MediaFiles;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Recorder;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.RecordingStatus;
import org.rnvr.recording.Segment;

/** The recorder among real services of the framework, with pipelines that need no media. */
@Timeout(60)
class RecorderWiringTest {

    private static final long LIMIT_SECONDS = 20;

    @TempDir
    Path data;

    private final BundleContext context =
            FrameworkUtil.getBundle(RecorderWiringTest.class).getBundleContext();
    private final BlockingQueue<RnvrEvent> events = new LinkedBlockingQueue<>();
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();
    private final ServiceTracker<Recorder, Recorder> recorders = new ServiceTracker<>(context, Recorder.class, null);
    private final FilePipeline pipeline = new FilePipeline("c1");
    private ChangingConfiguration configuration;
    private ServiceRegistration<?> pipelineService;
    private Recorder recorder;

    @BeforeEach
    void open() throws Exception {
        bundle().start();
        register(
                EventHandler.class,
                event -> hear((RnvrEvent) event.getProperty(RnvrEvent.PROPERTY)),
                Map.of(EventConstants.EVENT_TOPIC, RnvrEvent.TOPIC_PREFIX + "*"));
        configuration =
                new ChangingConfiguration(data, Settings.of(recordings(), Container.MP4, Settings.camera("c1", true)));
        register(ConfigurationService.class, configuration, Map.of());
        register(MediaFiles.class, new PretendedMedia(), Map.of());
        recorders.open();
        recorder = recorders.waitForService(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertNotNull(recorder, "the recorder comes with what it needs");
        pipelineService = register(CameraPipeline.class, pipeline, Map.of(CameraPipeline.CAMERA_ID, "c1"));
    }

    @AfterEach
    void close() throws Exception {
        registered.forEach(RecorderWiringTest::unregister);
        recorders.close();
        assertTrue(becomes(RecorderWiringTest::leavesTheDiskAlone), "the recorder ends");
        bundle().start();
    }

    /** The recorder of the test before still listens for a while, and tells of its last file. */
    private void hear(RnvrEvent event) {
        Path of = event instanceof RecordingStarted started
                ? started.file()
                : event instanceof SegmentClosed closed
                        ? closed.file()
                        : event instanceof RecordingStopped stopped
                                ? stopped.file()
                                : event instanceof Storage storage ? storage.path() : data;
        if (of.startsWith(data)) {
            events.add(event);
        }
    }

    /** The folder is deleted after each test, and whatever still writes then would be in its way. */
    private static boolean leavesTheDiskAlone() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name -> name.startsWith("rnvr-") && !name.equals("rnvr-recorder"));
    }

    private Path recordings() {
        return data.resolve("recordings");
    }

    @Test
    void recordsIntoTheCamerasFolderUntilTheOperatorStopsIt() throws Exception {
        assertEquals(Container.MP4, plan(Container.MP4));
        pipeline.keyFrame();
        RecordingStarted started = await(RecordingStarted.class);
        assertEquals("start", started.reason());
        Path file = started.file();
        assertEquals("frames", Files.readString(file));
        assertTrue(
                recordings().relativize(file).toString().matches("c1/(\\d{8})/c1_\\1_\\d{6}\\.mp4"), file.toString());
        assertEquals(
                List.of(Optional.of(file)),
                recorder.recordings().stream().map(RecordingStatus::file).toList());

        recorder.stop("c1");
        assertEquals("stop", await(SegmentClosed.class).cause());
        assertEquals("operator", await(RecordingStopped.class).reason());
        recorder.start("c1");
        recorder.start("unknown");
        plan(Container.MP4);
        pipeline.keyFrame();
        assertEquals("operator", await(RecordingStarted.class).reason());
        assertEquals(1, recorder.recordings().size());
    }

    @Test
    void observersHearWhatIsAndWhatChanges() throws Exception {
        plan(Container.MP4);
        BlockingQueue<RecordingStatus> statuses = new LinkedBlockingQueue<>();
        try (var observing = recorder.observe(statuses::add)) {
            assertNotNull(observing);
            assertEquals(RecordingState.WAITING, next(statuses).state());
            pipeline.keyFrame();
            assertEquals(RecordingState.RECORDING, next(statuses).state());
            pipeline.finish(SegmentEnd.RECONNECTION);
            assertEquals(RecordingState.WAITING, next(statuses).state());
        }
        pipeline.keyFrame();
        await(RecordingStarted.class);
        assertEquals("reconnection", await(RecordingStarted.class).reason());
        assertEquals(null, statuses.poll());
    }

    @Test
    void aChangedFormatHoldsFromTheNextKeyFrameOn() throws Exception {
        plan(Container.MP4);
        pipeline.keyFrame();
        await(RecordingStarted.class);
        configuration.become(Settings.of(recordings(), Container.MKV, Settings.camera("c1", true)));
        plan(Container.MKV);
        assertEquals("rotation", await(SegmentClosed.class).cause());
        pipeline.keyFrame();
        assertTrue(becomes(() -> recorder.recordings().get(0).file().stream()
                .anyMatch(file -> file.toString().endsWith(".mkv"))));
        configuration.become(Settings.of(recordings(), Container.MKV, Settings.camera("c1", false)));
        assertEquals(SegmentEnd.STOP, pipeline.stops.poll(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertEquals("stop", await(RecordingStopped.class).reason());
    }

    @Test
    void theLastFileOfAPipelineThatIsGoneIsStillJournalled() throws Exception {
        plan(Container.MP4);
        pipeline.keyFrame();
        await(RecordingStarted.class);
        unregister(pipelineService);
        assertTrue(becomes(() -> recorder.recordings().get(0).state() == RecordingState.WAITING));
        assertTrue(pipeline.isHeard());
        pipeline.finish(SegmentEnd.STOP);
        assertEquals("stop", await(SegmentClosed.class).cause());
        assertTrue(becomes(() -> !pipeline.isHeard()), "nobody listens to what is over");
    }

    @Test
    void theLastFileIsJournalledEvenWhenTheRecorderStops() throws Exception {
        plan(Container.MP4);
        pipeline.keyFrame();
        await(RecordingStarted.class);
        bundle().stop();
        assertEquals(SegmentEnd.STOP, pipeline.stops.poll(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertEquals("stop", await(SegmentClosed.class).cause());
        assertEquals("stop", await(RecordingStopped.class).reason());
    }

    @Test
    void whatWasReportedIsToldBeforeItHasSettled() throws Exception {
        plan(Container.MP4);
        pipeline.keyFrame();
        await(RecordingStarted.class);
        pipeline.finish(SegmentEnd.RECONNECTION).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        recorder.settled().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        post(new Stopped(new Moment(Instant.now(), System.nanoTime()), "1"));
        List<Class<?>> told = new ArrayList<>();
        while (!told.contains(Stopped.class)) {
            RnvrEvent event = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertNotNull(event, "no end came");
            told.add(event.getClass());
        }
        assertTrue(told.contains(SegmentClosed.class), told::toString);
    }

    @Test
    void aVolumeThatIsMissingIsToldAndRecordedToOnceItIsBack() throws Exception {
        plan(Container.MP4);
        pipeline.keyFrame();
        await(RecordingStarted.class);
        Files.move(recordings(), data.resolve("away"));
        assertEquals(SegmentEnd.STORAGE, pipeline.stops.poll(LIMIT_SECONDS, TimeUnit.SECONDS));
        Storage missing = await(Storage.class);
        assertEquals("missing", missing.state());
        assertEquals(recordings(), missing.path());
        assertTrue(becomes(() -> recorder.recordings().get(0).state() == RecordingState.FAILED));
        assertFalse(Files.exists(recordings()));

        Files.move(data.resolve("away"), recordings());
        plan(Container.MP4);
        pipeline.keyFrame();
        RecordingStarted started = await(RecordingStarted.class);
        assertTrue(Files.exists(started.file()));
        assertTrue(becomes(() -> recorder.recordings().get(0).state() == RecordingState.RECORDING));
    }

    @Test
    void whereAnotherVolumeBelongsNothingIsWrittenAtStart() throws Exception {
        plan(Container.MP4);
        assertTrue(becomes(() -> Files.exists(recordings().resolve(".rnvr").resolve("catalog.db"))));
        bundle().stop();
        Files.move(recordings(), data.resolve("unplugged"));
        Files.createDirectory(recordings());
        bundle().start();
        plan(Container.MP4);
        pipeline.keyFrame();
        assertEquals("missing", await(Storage.class).state());
        try (Stream<Path> files = Files.list(recordings())) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void aNameThatWasTakenForNothingLeavesNoFile() throws Exception {
        plan(Container.MP4);
        BlockingQueue<Path> taken = new LinkedBlockingQueue<>();
        pipeline.keyFrameThatCannotBeWritten(taken);
        Path file = taken.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertNotNull(file);
        assertEquals("error", await(Storage.class).state());
        assertTrue(becomes(() -> !Files.exists(file)));
        plan(Container.MP4);
        pipeline.keyFrame();
        assertNotNull(await(RecordingStarted.class));
    }

    @Test
    void aLossLeavesAGap() throws Exception {
        plan(Container.MP4);
        pipeline.keyFrame();
        await(RecordingStarted.class);
        pipeline.finish(SegmentEnd.RECONNECTION);
        SegmentClosed closed = await(SegmentClosed.class);
        pipeline.keyFrame();
        Gap gap = await(Gap.class);
        assertEquals("loss", gap.cause());
        assertEquals(closed.end(), gap.from());
        assertFalse(gap.to().isBefore(gap.from()));
        assertTrue(becomes(() -> Files.exists(recordings().resolve(".rnvr").resolve("catalog.db"))));
        RecordingCatalog catalog = context.getService(context.getServiceReference(RecordingCatalog.class));
        List<RecordedGap> known = catalog.gaps("c1", gap.from(), gap.to().plusSeconds(1));
        assertEquals(List.of("loss"), known.stream().map(RecordedGap::cause).toList());
        List<Segment> segments = catalog.segments("c1", closed.start(), gap.to().plusSeconds(1));
        assertEquals(closed.file(), segments.get(0).file());
        assertEquals(
                List.of(false, true), segments.stream().map(Segment::isOpen).toList());
    }

    private void post(RnvrEvent event) {
        context.getService(context.getServiceReference(EventAdmin.class))
                .postEvent(new Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
    }

    private Container plan(Container expected) throws InterruptedException {
        var plan = pipeline.plans.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertNotNull(plan, "recording was not asked for");
        assertEquals(expected, plan.container());
        return plan.container();
    }

    private static RecordingStatus next(BlockingQueue<RecordingStatus> statuses) throws InterruptedException {
        RecordingStatus status = statuses.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertNotNull(status, "no status came");
        return status;
    }

    private <T extends RnvrEvent> T await(Class<T> type) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (true) {
            RnvrEvent event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertNotNull(event, "no " + type.getSimpleName() + " came");
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
    }

    private static boolean becomes(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return true;
    }

    private <S> ServiceRegistration<S> register(Class<S> type, S service, Map<String, ?> properties) {
        ServiceRegistration<S> registration = context.registerService(type, service, new Hashtable<>(properties));
        registered.add(registration);
        return registration;
    }

    private static void unregister(ServiceRegistration<?> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            assertNotNull(e.getMessage(), "a test took it back already");
        }
    }

    private Bundle bundle() throws BundleException {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("org.rnvr.recorder"))
                .findFirst()
                .orElseThrow(() -> new BundleException("Not installed: org.rnvr.recorder"));
    }
}
