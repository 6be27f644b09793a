package org.rnvr.monitor.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.Transport;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;
import org.rnvr.event.Lost;
import org.rnvr.event.Reconnecting;
import org.rnvr.event.Recovered;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.StrategyAdded;
import org.rnvr.event.StrategyRemoved;
import org.rnvr.event.Streaming;
import org.rnvr.event.Suspect;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.pipeline.PipelineFactory;

/** The monitor among real services of the framework, with pipelines that need no media. */
@Timeout(60)
class MonitorWiringTest {

    private static final long LIMIT_SECONDS = 20;

    private final BundleContext context =
            FrameworkUtil.getBundle(MonitorWiringTest.class).getBundleContext();
    private final SteadyPipelines pipelines = new SteadyPipelines();
    private final BlockingQueue<RnvrEvent> events = new LinkedBlockingQueue<>();
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();
    private final ServiceTracker<CameraMonitor, CameraMonitor> monitors =
            new ServiceTracker<>(context, CameraMonitor.class, null);
    private CameraMonitor monitor;

    @BeforeEach
    void open() throws Exception {
        bundle("org.rnvr.monitor").start();
        bundle("org.rnvr.detect.keepalive").start();
        EventHandler handler = event -> events.add((RnvrEvent) event.getProperty(RnvrEvent.PROPERTY));
        register(EventHandler.class, handler, Map.of(EventConstants.EVENT_TOPIC, RnvrEvent.TOPIC_PREFIX + "*"));
        monitors.open();
        assertEquals(0, monitors.size(), "no monitor without what it needs");
        register(PipelineFactory.class, pipelines, Map.of());
        register(
                ConfigurationService.class,
                new FixedConfiguration(Settings.of(
                        Settings.streaming(
                                Transport.TCP, Duration.ofSeconds(1), Optional.empty(), Duration.ofSeconds(1)),
                        Settings.camera("a", "Gate", "rtsp://127.0.0.1:" + closedPort() + "/a", true, true))),
                Map.of());
        monitor = monitors.waitForService(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertNotNull(monitor, "the monitor comes with what it needs");
        await(Streaming.class);
    }

    @AfterEach
    void close() {
        registered.forEach(ServiceRegistration::unregister);
        monitors.close();
        pipelines.close();
        assertTrue(pipelines.open.isEmpty(), "pipelines are closed when the monitor goes");
    }

    @Test
    void installedStrategyActsAndIsJournalledWithItsBundle() throws Exception {
        bundle("org.rnvr.detect.keepalive").stop();
        StrategyRemoved removed = awaitRemoved("keepalive");
        assertEquals("org.rnvr.detect.keepalive", removed.bundle());

        bundle("org.rnvr.detect.keepalive").start();
        StrategyAdded added = await(StrategyAdded.class);
        while (!added.at().time().isAfter(removed.at().time())) {
            added = await(StrategyAdded.class);
        }
        assertEquals("keepalive", added.strategy());
        assertEquals(bundle("org.rnvr.detect.keepalive").getVersion().toString(), added.version());
        assertEquals(ConnectionState.STREAMING, monitor.cameras().get(0).state());
        assertEquals(List.of("open 1", "activate 1"), pipelines.calls, "the session was not touched");
    }

    @Test
    void silentCutIsNoticedByKeepalive() throws Exception {
        assertTrue(pipelines.answered(LIMIT_SECONDS), "asked and answered");
        pipelines.cut();
        assertEquals("keepalive", await(Suspect.class).strategy());
        Lost lost = await(Lost.class);
        assertEquals("keepalive", lost.strategy());
        assertTrue(lost.silenceMs() >= 1000, "silent for " + lost.silenceMs());
        await(Reconnecting.class);
        assertTrue(pipelines.calls.contains("flush"));
        assertFalse(pipelines.calls.contains("close 1"), "it may still come back to life");
    }

    @Test
    void strategyThatThrowsIsCutOffUntilItIsRegisteredAgain() throws Exception {
        ServiceRegistration<?> bad = strategy("bad", 0, session -> observation -> {
            throw new IllegalStateException("on purpose");
        });
        assertEquals("bad", awaitAdded("bad").strategy());
        assertEquals("bad", awaitRemoved("bad").strategy());
        bad.unregister();
        registered.remove(bad);
        strategy("bad", 0, session -> observation -> Assessment.HEALTHY);
        assertEquals(context.getBundle().getSymbolicName(), awaitAdded("bad").bundle());
        assertEquals(ConnectionState.STREAMING, monitor.cameras().get(0).state());
    }

    @Test
    void ofOneNameTheHigherRankingActs() throws Exception {
        strategy("twice", 1, session -> observation -> Assessment.HEALTHY);
        awaitAdded("twice");
        ServiceRegistration<?> higher = strategy(
                "twice", 2, session -> observation -> new Assessment(Grade.SUSPECT, 3, "A higher place.", Set.of()));
        Suspect suspect = await(Suspect.class);
        assertEquals("twice", suspect.strategy());
        assertEquals("A higher place.", suspect.reason());
        higher.unregister();
        registered.remove(higher);
        await(Recovered.class);
    }

    @Test
    void shutdownClosesEveryPipelineAndIsForGood() throws Exception {
        monitor.shutdown().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertTrue(pipelines.open.isEmpty());
        BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
        monitor.connect("a");
        monitor.observe(status -> states.add(status.state()));
        assertEquals(ConnectionState.DISCONNECTED, states.poll(LIMIT_SECONDS, TimeUnit.SECONDS));
        monitor.shutdown().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void stopAndConnectAreObserved() throws Exception {
        BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
        try (var observing = monitor.observe(status -> states.add(status.state()))) {
            assertEquals(ConnectionState.STREAMING, states.poll(LIMIT_SECONDS, TimeUnit.SECONDS));
            monitor.stop("a");
            assertEquals(ConnectionState.DISCONNECTED, states.poll(LIMIT_SECONDS, TimeUnit.SECONDS));
            monitor.connect("a");
            assertEquals(ConnectionState.CONNECTING, states.poll(LIMIT_SECONDS, TimeUnit.SECONDS));
            assertEquals(ConnectionState.STREAMING, states.poll(LIMIT_SECONDS, TimeUnit.SECONDS));
            assertNotNull(observing);
        }
    }

    private StrategyAdded awaitAdded(String strategy) throws InterruptedException {
        StrategyAdded added = await(StrategyAdded.class);
        while (!added.strategy().equals(strategy)) {
            added = await(StrategyAdded.class);
        }
        return added;
    }

    private StrategyRemoved awaitRemoved(String strategy) throws InterruptedException {
        StrategyRemoved removed = await(StrategyRemoved.class);
        while (!removed.strategy().equals(strategy)) {
            removed = await(StrategyRemoved.class);
        }
        return removed;
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

    private ServiceRegistration<?> strategy(String name, int ranking, Function<WatchedSession, Detector> watch) {
        DetectionStrategy strategy = new DetectionStrategy() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Detector watch(WatchedSession session) {
                return watch.apply(session);
            }
        };
        return register(DetectionStrategy.class, strategy, Map.of(Constants.SERVICE_RANKING, ranking));
    }

    private <S> ServiceRegistration<S> register(Class<S> type, S service, Map<String, ?> properties) {
        Dictionary<String, Object> dictionary = new Hashtable<>(properties);
        ServiceRegistration<S> registration = context.registerService(type, service, dictionary);
        registered.add(registration);
        return registration;
    }

    private Bundle bundle(String name) throws BundleException {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new BundleException("Not installed: " + name));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
