package org.rnvr.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.rnvr.democamera.DemoCameraServer;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.event.Lost;
import org.rnvr.event.Reconnected;
import org.rnvr.event.RecordingStarted;
import org.rnvr.event.SegmentClosed;
import org.rnvr.event.Stalled;
import org.rnvr.event.Suspect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A recorder without any strategy, which still acts on what its pipelines say. */
@Timeout(180)
class WithoutStrategyTest {

    private static final Logger LOG = LoggerFactory.getLogger(WithoutStrategyTest.class);

    private static final String STRATEGY_BUNDLES = "org.rnvr.detect.";
    private static final Duration LOSS = Duration.ofSeconds(10);
    private static final Duration RETURN = Duration.ofSeconds(30);

    private final BundleContext context =
            FrameworkUtil.getBundle(WithoutStrategyTest.class).getBundleContext();
    private final List<Bundle> stopped = new ArrayList<>();

    @TempDir
    Path data;

    private DemoCameraServer server;
    private RunningRecorder recorder;

    @BeforeEach
    void startRecorder() throws Exception {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith(STRATEGY_BUNDLES)) {
                bundle.stop(Bundle.STOP_TRANSIENT);
                stopped.add(bundle);
            }
        }
        server = SmallCameras.start(1, 0);
        recorder = new RunningRecorder(context, data, SmallCameras.addresses(server));
    }

    @AfterEach
    void stopRecorder() throws Exception {
        recorder.close();
        server.close();
        for (Bundle bundle : stopped) {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        }
    }

    @Test
    void cameraThatEndsItsSessionIsLostAndComesBack() throws Exception {
        recorder.awaitRecording();
        Map<String, Long> sessions = recorder.sessions();
        recorder.receive(SmallCameras.FPS, sessions);
        recorder.assertUninterrupted(sessions);
        assertTrue(context.getServiceReferences(DetectionStrategy.class, null).isEmpty());

        int port = SmallCameras.addresses(server).get(0).getPort();
        long from = System.nanoTime();
        server.close();
        Lost lost = recorder.events().await(Lost.class, event -> true, LOSS);
        assertEquals("pipeline", lost.strategy());
        recorder.events().await(SegmentClosed.class, event -> true, LOSS);

        server = SmallCameras.start(1, port);
        Reconnected reconnected = recorder.events().await(Reconnected.class, event -> true, RETURN);
        recorder.events().await(RecordingStarted.class, event -> true, 2, RETURN);
        Map<String, Long> anew = recorder.sessions();
        assertEquals(reconnected.session(), anew.get(reconnected.cameraId()));
        recorder.receive(SmallCameras.FPS, anew);
        assertEquals(1, recorder.events().of(Lost.class).size());
        assertEquals(List.of(), recorder.events().of(Suspect.class));
        assertEquals(List.of(), recorder.events().of(Stalled.class));
        LOG.info(
                "lost {} ms after the camera began to close, reconnected after an outage of {} ms",
                (lost.at().nanos() - from) / 1_000_000,
                reconnected.outageMs());
    }
}
