package org.rnvr.monitor.internal.detection;

import java.util.Objects;
import java.util.Set;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Probe;
import org.rnvr.detection.WatchedSession;

/**
 * One strategy's detector on one session. The detector itself is touched on the strategy's thread only, all else on the
 * monitor's lane.
 */
final class Watcher {

    /** Hears on the monitor's lane of a detector that thinks otherwise than before, or wants something checked. */
    interface Listener {
        void assessed(Watcher watcher, Set<Probe> asked);
    }

    private final InstalledStrategy strategy;
    private final WatchedSession session;
    private final Listener listener;
    private final FloodGuard guard;
    private Assessment assessment = Assessment.HEALTHY;
    private boolean closed;

    private Detector detector;

    /**
     * Of a session.
     *
     * @param guard bounds what the strategy may cause on the camera, over all its sessions
     */
    Watcher(InstalledStrategy strategy, WatchedSession session, FloodGuard guard, Listener listener) {
        this.strategy = Objects.requireNonNull(strategy);
        this.session = Objects.requireNonNull(session);
        this.listener = Objects.requireNonNull(listener);
        this.guard = Objects.requireNonNull(guard);
    }

    InstalledStrategy strategy() {
        return strategy;
    }

    String cameraId() {
        return session.cameraId();
    }

    /** What the detector thought when it was last heard. */
    Assessment assessment() {
        return assessment;
    }

    /** Nothing it says counts any more. */
    void close() {
        closed = true;
    }

    /**
     * Takes in what the detector thinks.
     *
     * @return whether it stays within what one detector may ask and claim
     */
    boolean assessed(Assessment now, Set<Probe> asked, long nanos) {
        if (closed) {
            return true;
        }
        Grade before = assessment.grade();
        assessment = now;
        if (!guard.admits(now.grade().compareTo(before) > 0, asked.size(), nanos)) {
            return false;
        }
        if (now.grade() != before || !asked.isEmpty()) {
            listener.assessed(this, asked);
        }
        return true;
    }

    /** On the strategy's thread. */
    void openDetector() {
        detector = Objects.requireNonNull(strategy.strategy().watch(session), "no detector");
    }

    /** On the strategy's thread. */
    Assessment show(Observation observation) {
        return Objects.requireNonNull(detector.observe(observation), "no assessment");
    }

    /** On the strategy's thread. */
    void closeDetector() {
        if (detector != null) {
            detector.close();
        }
    }
}
