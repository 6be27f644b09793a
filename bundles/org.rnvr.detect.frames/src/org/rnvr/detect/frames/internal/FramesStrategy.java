package org.rnvr.detect.frames.internal;

import org.osgi.service.component.annotations.Component;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;

/** Watches whether media arrive, and asks the camera nothing. */
@Component
public final class FramesStrategy implements DetectionStrategy {

    @Override
    public String name() {
        return "frames";
    }

    @Override
    public Detector watch(WatchedSession session) {
        return new FramesDetector(Limits.of(session.settings().detection()), session.nanos());
    }
}
