package org.rnvr.console.tests;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.monitor.CameraMonitor;

/** The product's own monitor, strategies, pipelines and recorder behind the console, for as long as this is open. */
final class RealRecorder implements AutoCloseable {

    private static final Set<String> BUNDLES = Set.of(
            "org.rnvr.detect.adaptive",
            "org.rnvr.detect.buffering",
            "org.rnvr.detect.frames",
            "org.rnvr.detect.keepalive",
            "org.rnvr.monitor",
            "org.rnvr.pipeline.gst",
            "org.rnvr.recorder");
    private static final long LIMIT_MS = 20_000;

    private final Deque<Bundle> started = new ArrayDeque<>();
    private final CameraMonitor monitor;

    /** Keeps it from taking up the configuration of tests that stand in for it. */
    static void stop(BundleContext context) throws BundleException {
        for (Bundle bundle : context.getBundles()) {
            if (BUNDLES.contains(bundle.getSymbolicName())) {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
        }
    }

    RealRecorder(BundleContext context) throws BundleException, InterruptedException {
        for (Bundle bundle : context.getBundles()) {
            if (BUNDLES.contains(bundle.getSymbolicName())) {
                bundle.start(Bundle.START_TRANSIENT);
                started.push(bundle);
            }
        }
        if (started.size() != BUNDLES.size()) {
            throw new AssertionError("Only these of " + BUNDLES + " are there: " + started);
        }
        ServiceTracker<CameraMonitor, CameraMonitor> tracker = new ServiceTracker<>(context, CameraMonitor.class, null);
        tracker.open();
        monitor = tracker.waitForService(LIMIT_MS);
        tracker.close();
        if (monitor == null) {
            throw new AssertionError("Nobody watches cameras in " + Arrays.toString(context.getBundles()));
        }
    }

    CameraMonitor monitor() {
        return monitor;
    }

    @Override
    public void close() throws BundleException {
        while (!started.isEmpty()) {
            started.pop().stop(Bundle.STOP_TRANSIENT);
        }
    }
}
