package com.example.rnvr.reachability;

import org.osgi.service.component.annotations.Component;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;

/** Suspects a camera that has sent nothing for two seconds. */
@Component
public final class SilenceStrategy implements DetectionStrategy {

    @Override
    public String name() {
        return "silence";
    }

    @Override
    public Detector watch(WatchedSession session) {
        return new SilenceDetector(session.nanos());
    }
}
