package org.rnvr.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
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
import org.rnvr.democamera.DemoCameraServer;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.event.StrategyAdded;
import org.rnvr.event.StrategyRemoved;

/** All bundles of the recorder together, in one framework, with a real camera, and a strategy of the product's own. */
@Timeout(180)
class StrategyHotSwapTest {

    private static final String STRATEGY_BUNDLE = "org.rnvr.detect.keepalive";
    private static final String STRATEGY = "keepalive";
    private static final Duration SWAP = Duration.ofSeconds(10);

    private final BundleContext context =
            FrameworkUtil.getBundle(StrategyHotSwapTest.class).getBundleContext();

    @TempDir
    Path data;

    private DemoCameraServer server;
    private RunningRecorder recorder;

    @BeforeEach
    void startRecorder() throws Exception {
        server = SmallCameras.start(1, 0);
        recorder = new RunningRecorder(context, data, SmallCameras.addresses(server));
    }

    @AfterEach
    void stopRecorder() throws Exception {
        bundle().start();
        recorder.close();
        server.close();
    }

    @Test
    void aStrategyThatGoesAndComesInterruptsNoRecording() throws Exception {
        recorder.events().await(StrategyAdded.class, event -> event.strategy().equals(STRATEGY), RunningRecorder.START);
        recorder.awaitRecording();
        Map<String, Long> sessions = recorder.sessions();
        recorder.receive(2 * SmallCameras.FPS, sessions);

        bundle().stop();
        recorder.events().await(StrategyRemoved.class, event -> event.strategy().equals(STRATEGY), SWAP);
        assertEquals(0, strategies());
        recorder.receive(2 * SmallCameras.FPS, sessions);

        bundle().start();
        recorder.events().await(StrategyAdded.class, event -> event.strategy().equals(STRATEGY), 2, SWAP);
        assertEquals(1, strategies());
        recorder.receive(2 * SmallCameras.FPS, sessions);

        recorder.assertUninterrupted(sessions);
        recorder.assertOneWholeSegmentEach(sessions);
    }

    private int strategies() throws Exception {
        ServiceReference<?>[] found =
                context.getServiceReferences(DetectionStrategy.class.getName(), "(component.name=*keepalive*)");
        return found == null ? 0 : found.length;
    }

    private Bundle bundle() throws BundleException {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(STRATEGY_BUNDLE))
                .findFirst()
                .orElseThrow(() -> new BundleException(STRATEGY_BUNDLE + " is not installed"));
    }
}
