package org.rnvr.detect.keepalive.internal;

import org.osgi.service.component.annotations.Component;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;

/** Asks the camera for a sign of life at intervals and holds it to answering. */
@Component
public final class KeepaliveStrategy implements DetectionStrategy {

    @Override
    public String name() {
        return "keepalive";
    }

    @Override
    public Detector watch(WatchedSession session) {
        return new KeepaliveDetector(new Timing(session.settings().detection().keepaliveTimeout()), session.nanos());
    }
}
