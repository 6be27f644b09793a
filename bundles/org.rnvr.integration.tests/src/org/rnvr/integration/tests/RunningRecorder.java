package org.rnvr.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.CameraEvent;
import org.rnvr.event.Connecting;
import org.rnvr.event.RecordingStarted;
import org.rnvr.event.Recovered;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.SegmentClosed;
import org.rnvr.event.Streaming;
import org.rnvr.event.Suspect;
import org.rnvr.event.Warning;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.pipeline.CameraPipeline;

/**
 * The recorder that this framework's bundles make up, run over cameras of its own names: what a former one still has to tell
 * is of others.
 */
final class RunningRecorder implements AutoCloseable {

    static final Duration START = Duration.ofSeconds(60);

    private static final Duration FRAMES = Duration.ofSeconds(20);
    private static final Duration END = Duration.ofSeconds(10);

    /** What a healthy camera's journal may hold; a busy machine may give rise to suspicions and warnings. */
    private static final List<Class<? extends CameraEvent>> HEALTHY = List.of(
            Connecting.class, Streaming.class, RecordingStarted.class, Suspect.class, Recovered.class, Warning.class);

    private final BundleContext context;
    private final List<String> cameras;
    private final ReceivedEvents events;
    private final ServiceRegistration<EventHandler> handler;
    private final ServiceRegistration<Condition> running;

    /** Starts it with an empty data folder, to connect and record all cameras at once. */
    RunningRecorder(BundleContext context, Path data, List<URI> addresses) throws IOException {
        this.context = context;
        cameras = IntStream.rangeClosed(1, addresses.size())
                .mapToObj(number -> "%s-%02d".formatted(data.getFileName(), number))
                .toList();
        events = new ReceivedEvents(cameras);
        Files.writeString(data.resolve("IT_RNVR.json"), configuration(addresses));
        handler = context.registerService(
                EventHandler.class,
                events,
                new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, RnvrEvent.TOPIC_PREFIX + "*")));
        System.setProperty(ConfigurationService.DATA_PROPERTY, data.toString());
        running = context.registerService(
                Condition.class,
                Condition.INSTANCE,
                new Hashtable<>(Map.of(Condition.CONDITION_ID, ConfigurationService.RUN_CONDITION)));
    }

    private String configuration(List<URI> addresses) {
        return IntStream.range(0, cameras.size())
                .mapToObj(i -> "{\"camera_id\": \"" + cameras.get(i) + "\", \"rtsp_url\": \"" + addresses.get(i) + "\","
                        + " \"streaming_enabled_start\": true, \"recording_enabled_start\": true}")
                .collect(Collectors.joining(",\n", "{\"cameras\": [\n", "]}\n"));
    }

    ReceivedEvents events() {
        return events;
    }

    List<String> cameras() {
        return cameras;
    }

    /** Waits until every camera is recorded. */
    void awaitRecording() throws InterruptedException {
        events.await(RecordingStarted.class, event -> true, cameras.size(), START);
        assertEquals(cameras, List.copyOf(sessions().keySet()));
    }

    /** Number of the active session of every camera that has one. */
    Map<String, Long> sessions() throws InterruptedException {
        Map<String, Long> sessions = new TreeMap<>();
        service(CameraMonitor.class).cameras().forEach(status -> status.session()
                .ifPresent(session -> sessions.put(status.cameraId(), session)));
        return sessions;
    }

    /** Waits for so many more frames on the session of every camera. */
    void receive(int more, Map<String, Long> sessions) {
        Map<String, Long> before = frames(sessions);
        assertEquals(cameras, List.copyOf(before.keySet()));
        await(
                () -> frames(sessions).entrySet().stream()
                        .allMatch(entry -> entry.getValue() >= before.get(entry.getKey()) + more),
                FRAMES,
                "frames on every session of " + sessions);
    }

    private Map<String, Long> frames(Map<String, Long> sessions) {
        Map<String, Long> frames = new TreeMap<>();
        try {
            for (ServiceReference<CameraPipeline> reference :
                    context.getServiceReferences(CameraPipeline.class, null)) {
                CameraPipeline pipeline = context.getService(reference);
                long session = sessions.get(pipeline.cameraId());
                frames.put(
                        pipeline.cameraId(),
                        pipeline.vitals(session).orElseThrow().video().frames());
                context.ungetService(reference);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return frames;
    }

    /** Holds that every camera still has its first session, and that nothing was journalled but what healthy cameras have. */
    void assertUninterrupted(Map<String, Long> sessions) throws InterruptedException {
        assertEquals(sessions, sessions());
        assertEquals(cameras.size(), events.of(Streaming.class).size());
        assertEquals(cameras.size(), events.of(RecordingStarted.class).size());
        for (CameraEvent event : events.of(CameraEvent.class)) {
            assertTrue(HEALTHY.contains(event.getClass()), event.toString());
        }
    }

    /**
     * Shuts all cameras down, and holds that each has one segment, with all that came on its session since its first or
     * second key frame.
     *
     * @param sessions their only ones
     */
    void assertOneWholeSegmentEach(Map<String, Long> sessions) throws Exception {
        Map<String, Long> received = frames(sessions);
        service(CameraMonitor.class).shutdown().toCompletableFuture().get(5, TimeUnit.SECONDS);
        events.await(SegmentClosed.class, segment -> true, cameras.size(), END);
        Map<String, SegmentClosed> segments = events.of(SegmentClosed.class).stream()
                .collect(Collectors.toMap(SegmentClosed::cameraId, segment -> segment));
        for (RecordingStarted recording : events.of(RecordingStarted.class)) {
            SegmentClosed segment = segments.get(recording.cameraId());
            assertEquals(recording.file(), segment.file());
            assertTrue(
                    segment.frames() >= received.get(recording.cameraId()) - SmallCameras.FPS,
                    () -> received + " frames were received, and written was " + segment);
            assertEquals(Files.size(segment.file()), segment.bytes());
        }
    }

    /** Waits until something is so. */
    static void await(BooleanSupplier condition, Duration limit, String what) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "In " + limit + " no " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    <S> S service(Class<S> type) throws InterruptedException {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            S service = tracker.waitForService(START.toMillis());
            if (service == null) {
                throw new AssertionError("There is no " + type.getSimpleName());
            }
            return service;
        } finally {
            tracker.close();
        }
    }

    /** The data folder is deleted next, and whatever still writes then would be in its way. */
    @Override
    public void close() {
        running.unregister();
        handler.unregister();
        System.clearProperty(ConfigurationService.DATA_PROPERTY);
        await(RunningRecorder::leavesTheDiskAlone, END, "end of its threads");
    }

    /** The recorder's lane lingers for the ends of files, and the journal goes on; neither makes anything anew. */
    private static boolean leavesTheDiskAlone() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name ->
                        name.startsWith("rnvr-") && !name.equals("rnvr-recorder") && !name.startsWith("rnvr-journal"));
    }
}
