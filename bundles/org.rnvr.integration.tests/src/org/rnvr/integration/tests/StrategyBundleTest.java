package org.rnvr.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
import org.rnvr.democamera.DemoCameraServer;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.event.StrategyAdded;
import org.rnvr.event.StrategyRemoved;
import org.rnvr.event.Suspect;
import org.rnvr.integration.tests.strategy.ReportingActivator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A third party's strategy comes, changes and goes as a bundle while many cameras are recorded. */
@Timeout(180)
class StrategyBundleTest {

    private static final Logger LOG = LoggerFactory.getLogger(StrategyBundleTest.class);

    private static final int CAMERAS = 16;
    private static final String NAME = "reporting";
    private static final String ONE = "1.0.0";
    private static final String TWO = "2.0.0";

    /** One second is promised; measured times are logged, as a busy machine may take longer for all it does. */
    private static final Duration SWAP = Duration.ofSeconds(5);

    private final Bundle tests = FrameworkUtil.getBundle(StrategyBundleTest.class);
    private final BundleContext context = tests.getBundleContext();
    private final Reports reports = new Reports();

    @TempDir
    Path data;

    private DemoCameraServer server;
    private RunningRecorder recorder;
    private ServiceRegistration<?> reporting;

    @BeforeEach
    void startRecorder() throws Exception {
        server = SmallCameras.start(CAMERAS, 0);
        recorder = new RunningRecorder(context, data, SmallCameras.addresses(server));
        reporting = context.registerService(
                BiConsumer.class, reports, new Hashtable<>(Map.of(ReportingActivator.REPORTS, "true")));
    }

    @AfterEach
    void stopRecorder() throws Exception {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().equals(ReportingBundle.NAME)) {
                bundle.uninstall();
            }
        }
        reporting.unregister();
        recorder.close();
        server.close();
    }

    @Test
    void takesEffectOnEveryCameraAndInterruptsNoRecording() throws Exception {
        recorder.awaitRecording();
        Map<String, Long> sessions = recorder.sessions();
        Collection<Long> all = sessions.values();
        List<WeakReference<DetectionStrategy>> gone = new ArrayList<>();

        Bundle bundle = context.installBundle("memory:" + ReportingBundle.NAME, ReportingBundle.jar(ONE, tests));
        step("start", bundle::start, all, null, 0, ONE, 1);
        gone.add(strategy(bundle));
        recorder.receive(SmallCameras.FPS, sessions);

        step("update", () -> update(bundle, TWO), all, ONE, 1, TWO, 1);
        gone.add(strategy(bundle));
        recorder.receive(SmallCameras.FPS, sessions);

        step("stop", bundle::stop, all, TWO, 1, null, 0);
        step("start again", bundle::start, all, null, 0, TWO, 2);
        gone.add(strategy(bundle));
        recorder.receive(SmallCameras.FPS, sessions);

        step("uninstall", bundle::uninstall, all, TWO, 2, null, 0);
        recorder.receive(SmallCameras.FPS, sessions);

        assertEquals(3 * CAMERAS, reports.total("opened "));
        assertEquals(3 * CAMERAS, reports.total("closed "));
        RunningRecorder.await(() -> threads().isEmpty(), SWAP, "end of " + threads());
        RunningRecorder.await(() -> areCollected(gone), SWAP, "strategy that went is collected");
        assertTrue(recorder.events().of(Suspect.class).stream()
                .noneMatch(suspect -> suspect.strategy().equals(NAME)));
        recorder.assertUninterrupted(sessions);
        recorder.assertOneWholeSegmentEach(sessions);
    }

    private interface Change {
        void make() throws BundleException, IOException;
    }

    /** Changes the bundle; awaits that one version goes from all sessions, and that one comes, each for the nth time. */
    private void step(
            String what,
            Change change,
            Collection<Long> sessions,
            String old,
            int oldTimes,
            String fresh,
            int freshTimes)
            throws Exception {
        long from = System.nanoTime();
        change.make();
        long made = System.nanoTime();
        if (old != null) {
            StrategyRemoved removed = recorder.events()
                    .await(StrategyRemoved.class, event -> isOf(event.strategy(), event.version(), old), oldTimes, SWAP)
                    .get(oldTimes - 1);
            assertEquals(ReportingBundle.NAME, removed.bundle());
            reports.await("closed " + old, oldTimes, sessions, SWAP);
        }
        if (fresh != null) {
            StrategyAdded added = recorder.events()
                    .await(
                            StrategyAdded.class,
                            event -> isOf(event.strategy(), event.version(), fresh),
                            freshTimes,
                            SWAP)
                    .get(freshTimes - 1);
            assertEquals(ReportingBundle.NAME, added.bundle());
            reports.await("opened " + fresh, freshTimes, sessions, SWAP);
        }
        long effective = System.nanoTime();
        if (fresh != null) {
            reports.await("fed " + fresh, freshTimes, sessions, SWAP);
        }
        LOG.info(
                "{}: {} ms in the framework, in effect on {} cameras after {} ms, fed after {} ms",
                what,
                (made - from) / 1_000_000,
                sessions.size(),
                (effective - from) / 1_000_000,
                (System.nanoTime() - from) / 1_000_000);
    }

    private static boolean isOf(String strategy, String version, String wanted) {
        return strategy.equals(NAME) && version.equals(wanted);
    }

    private void update(Bundle bundle, String version) throws BundleException, IOException {
        bundle.update(ReportingBundle.jar(version, tests));
    }

    private WeakReference<DetectionStrategy> strategy(Bundle bundle) {
        ServiceReference<?> reference = bundle.getRegisteredServices()[0];
        try {
            return new WeakReference<>((DetectionStrategy) context.getService(reference));
        } finally {
            context.ungetService(reference);
        }
    }

    private static boolean areCollected(List<WeakReference<DetectionStrategy>> strategies) {
        System.gc();
        return strategies.stream().allMatch(strategy -> strategy.refersTo(null));
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(("rnvr-strategy-" + NAME)::equals)
                .toList();
    }
}
