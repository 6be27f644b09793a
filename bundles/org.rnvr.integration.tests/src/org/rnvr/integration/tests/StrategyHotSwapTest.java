package org.rnvr.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.ConfigurationService;
import org.rnvr.democamera.DemoCameraOptions;
import org.rnvr.democamera.DemoCameraServer;
import org.rnvr.democamera.Mode;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.event.CameraEvent;
import org.rnvr.event.RecordingStarted;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.SegmentClosed;
import org.rnvr.event.StrategyAdded;
import org.rnvr.event.StrategyRemoved;
import org.rnvr.event.Streaming;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.pipeline.CameraPipeline;

/** All bundles of the recorder together, in one framework, with a real camera. */
@Timeout(180)
class StrategyHotSwapTest {

    private static final String STRATEGY_BUNDLE = "org.rnvr.detect.keepalive";
    private static final String CAMERA = "front";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration SWAP = Duration.ofSeconds(10);
    private static final long FRAMES_BETWEEN = 50;

    private final BundleContext context =
            FrameworkUtil.getBundle(StrategyHotSwapTest.class).getBundleContext();
    private final BlockingQueue<RnvrEvent> events = new LinkedBlockingQueue<>();

    @TempDir
    Path data;

    private DemoCameraServer camera;
    private ServiceRegistration<EventHandler> handler;
    private ServiceRegistration<Condition> running;

    @BeforeEach
    void startRecorder() throws Exception {
        DemoCameraOptions some = DemoCameraOptions.DEFAULT;
        camera = DemoCameraServer.start(new DemoCameraOptions(
                some.address(),
                0,
                1,
                Mode.CLIP,
                some.video(),
                some.audio(),
                some.login(),
                some.getParameter(),
                some.maxSessions(),
                some.sessionTimeoutSeconds()));
        writeConfiguration(camera.cameras().get(0).uri().toString());
        handler = context.registerService(
                EventHandler.class,
                posted -> events.add((RnvrEvent) posted.getProperty(RnvrEvent.PROPERTY)),
                new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, RnvrEvent.TOPIC_PREFIX + "*")));
        System.setProperty(ConfigurationService.DATA_PROPERTY, data.toString());
        running = context.registerService(
                Condition.class,
                Condition.INSTANCE,
                new Hashtable<>(Map.of(Condition.CONDITION_ID, ConfigurationService.RUN_CONDITION)));
    }

    @AfterEach
    void stopRecorder() throws Exception {
        bundle().start();
        running.unregister();
        handler.unregister();
        camera.close();
        System.clearProperty(ConfigurationService.DATA_PROPERTY);
    }

    @Test
    void aStrategyThatGoesAndComesInterruptsNoRecording() throws Exception {
        next(StrategyAdded.class, START);
        Streaming streaming = next(Streaming.class, START);
        RecordingStarted recording = next(RecordingStarted.class, START);
        receiveFrames(streaming.session());

        bundle().stop();
        assertEquals("keepalive", next(StrategyRemoved.class, SWAP).strategy());
        assertEquals(0, strategies());
        receiveFrames(streaming.session());

        bundle().start();
        assertEquals("keepalive", next(StrategyAdded.class, SWAP).strategy());
        receiveFrames(streaming.session());

        service(CameraMonitor.class).shutdown().toCompletableFuture().get(5, TimeUnit.SECONDS);
        SegmentClosed segment = next(SegmentClosed.class, SWAP);
        assertEquals(recording.file(), segment.file());
        assertTrue(segment.frames() > 3 * FRAMES_BETWEEN, segment.toString());
        assertTrue(Files.size(segment.file()) > 0);
    }

    /** The next event of a type; the only camera events before it may be those of a camera that is all right. */
    private <E extends RnvrEvent> E next(Class<E> type, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            RnvrEvent event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new AssertionError("No " + type.getSimpleName() + " in " + limit);
            }
            if (type.isInstance(event)) {
                return type.cast(event);
            }
            if (event instanceof CameraEvent) {
                assertTrue(
                        List.of("Connecting", "Streaming", "RecordingStarted", "RecordingStopped")
                                .contains(event.getClass().getSimpleName()),
                        event.toString());
            }
        }
    }

    private void receiveFrames(long session) throws InterruptedException {
        CameraPipeline pipeline = service(CameraPipeline.class);
        long from = frames(pipeline, session);
        long end = System.nanoTime() + START.toNanos();
        while (frames(pipeline, session) < from + FRAMES_BETWEEN) {
            assertTrue(System.nanoTime() < end, "No frames come");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static long frames(CameraPipeline pipeline, long session) {
        return pipeline.vitals(session).orElseThrow().video().frames();
    }

    private int strategies() throws Exception {
        ServiceReference<?>[] found =
                context.getServiceReferences(DetectionStrategy.class.getName(), "(component.name=*keepalive*)");
        return found == null ? 0 : found.length;
    }

    private <S> S service(Class<S> type) throws InterruptedException {
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

    private Bundle bundle() throws BundleException {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(STRATEGY_BUNDLE))
                .findFirst()
                .orElseThrow(() -> new BundleException(STRATEGY_BUNDLE + " is not installed"));
    }

    private void writeConfiguration(String url) throws IOException {
        Files.writeString(
                data.resolve("IT_RNVR.json"),
                "{\"cameras\": [{\"camera_id\": \"" + CAMERA + "\", \"rtsp_url\": \"" + url + "\","
                        + " \"streaming_enabled_start\": true, \"recording_enabled_start\": true}]}");
    }
}
