package org.rnvr.detect.buffering.internal;

import org.osgi.service.component.annotations.Component;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;

/** Warns of a bad network, before the picture freezes, by how empty the buffers are. */
@Component
public final class BufferingStrategy implements DetectionStrategy {

    @Override
    public String name() {
        return "buffering";
    }

    @Override
    public Detector watch(WatchedSession session) {
        return new BufferingDetector(
                Buffers.of(session.settings()), LowLevel.of(session.settings().detection()));
    }
}
