package org.rnvr.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.democamera.DemoCameraServer;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Probe;
import org.rnvr.detection.WatchedSession;
import org.rnvr.event.Alert;
import org.rnvr.event.StrategyAdded;
import org.rnvr.event.StrategyRemoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Strategies that do what none may, one after the other in one run of the recorder, beside one that is well-behaved. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisbehavingStrategyTest {

    private static final Logger LOG = LoggerFactory.getLogger(MisbehavingStrategyTest.class);

    private static final int CAMERAS = 4;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final BundleContext context =
            FrameworkUtil.getBundle(MisbehavingStrategyTest.class).getBundleContext();
    private final Map<String, Integer> witnessed = new ConcurrentHashMap<>();

    private DemoCameraServer server;
    private RunningRecorder recorder;
    private ServiceRegistration<DetectionStrategy> witness;
    private Map<String, Long> sessions;

    enum Misbehaviour {
        THROWS_WHEN_SHOWN(() -> observation -> {
            throw new IllegalStateException("as it does in this test");
        }),
        THROWS_AN_ERROR(() -> observation -> {
            throw new Error("as it does in this test");
        }),
        THROWS_WHEN_OPENED(() -> {
            throw new IllegalStateException("as it does in this test");
        }),
        GIVES_NO_DETECTOR(() -> null),
        GIVES_NO_ASSESSMENT(() -> observation -> null),
        BLOCKS_WHEN_SHOWN(() -> observation -> {
            block();
            return Assessment.HEALTHY;
        }),
        BLOCKS_WHEN_OPENED(() -> {
            block();
            return observation -> Assessment.HEALTHY;
        }),
        FLOODS_WITH_SUSPICIONS(() -> turning(Grade.SUSPECT, Grade.HEALTHY)),
        FLOODS_WITH_SUSPICIONS_BETWEEN_WARNINGS(() -> turning(Grade.SUSPECT, Grade.WARNING)),
        FLOODS_WITH_REQUESTS(() -> observation -> Assessment.HEALTHY.asking(Probe.SESSION_REQUEST)),
        FLOODS_WITH_CONNECTIONS(() -> observation -> Assessment.HEALTHY.asking(Probe.FRESH_CONNECTION));

        private final Supplier<Detector> detectors;

        Misbehaviour(Supplier<Detector> detectors) {
            this.detectors = detectors;
        }

        String strategy() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static void block() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Thinks otherwise at every tick. */
        private static Detector turning(Grade one, Grade other) {
            return new Detector() {
                private boolean turned;

                @Override
                public Assessment observe(Observation observation) {
                    if (observation instanceof Observation.Tick) {
                        turned = !turned;
                    }
                    return new Assessment(turned ? one : other, 1, "As it says in this test.", Set.of());
                }
            };
        }
    }

    @BeforeAll
    void startRecorder(@TempDir Path data) throws Exception {
        server = SmallCameras.start(CAMERAS, 0);
        recorder = new RunningRecorder(context, data, SmallCameras.addresses(server));
        witness = register("witness", session -> observation -> {
            witnessed.merge(session.cameraId(), 1, Integer::sum);
            return Assessment.HEALTHY;
        });
        recorder.awaitRecording();
        sessions = recorder.sessions();
    }

    /** Recordings went on through all of it. */
    @AfterAll
    void stopRecorder() throws Exception {
        try {
            recorder.assertOneWholeSegmentEach(sessions);
        } finally {
            witness.unregister();
            recorder.close();
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void strategyIsCutOffAndReportedAndTheOthersGoOn(Misbehaviour misbehaviour) throws Exception {
        String name = misbehaviour.strategy();
        long from = System.nanoTime();
        ServiceRegistration<DetectionStrategy> registration = register(name, session -> misbehaviour.detectors.get());
        try {
            recorder.events()
                    .await(StrategyAdded.class, event -> event.strategy().equals(name), LIMIT);
            awaitWitnessedOnEveryCamera(5);
            StrategyRemoved removed = recorder.events()
                    .await(StrategyRemoved.class, event -> event.strategy().equals(name), LIMIT);
            assertEquals(context.getBundle().getSymbolicName(), removed.bundle());
            List<Alert> alerts = recorder.events()
                    .await(Alert.class, alert -> alert.message().contains(" " + name + " "), 1, LIMIT);
            // One that blocked may have come back meanwhile, and have been cut off again.
            alerts.forEach(alert -> assertEquals("strategy", alert.kind(), alert.message()));
            LOG.info(
                    "cut off after {} ms: {}",
                    (removed.at().nanos() - from) / 1_000_000,
                    alerts.get(0).message());
            awaitWitnessedOnEveryCamera(20);
            recorder.receive(SmallCameras.FPS / 5, sessions);
            RunningRecorder.await(() -> !isAlive("rnvr-strategy-" + name), LIMIT, "end of its thread");
        } finally {
            registration.unregister();
        }
        recorder.assertUninterrupted(sessions);
    }

    private void awaitWitnessedOnEveryCamera(int more) {
        Map<String, Integer> before = Map.copyOf(witnessed);
        RunningRecorder.await(
                () -> recorder.cameras().stream()
                        .allMatch(camera -> witnessed.getOrDefault(camera, 0) >= before.getOrDefault(camera, 0) + more),
                LIMIT,
                "observations of another strategy on every camera");
    }

    private static boolean isAlive(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(alive -> alive.getName().equals(thread));
    }

    private ServiceRegistration<DetectionStrategy> register(String name, Watching watching) {
        DetectionStrategy strategy = new DetectionStrategy() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Detector watch(WatchedSession session) {
                return watching.watch(session);
            }
        };
        return context.registerService(DetectionStrategy.class, strategy, null);
    }

    private interface Watching {
        Detector watch(WatchedSession session);
    }
}
