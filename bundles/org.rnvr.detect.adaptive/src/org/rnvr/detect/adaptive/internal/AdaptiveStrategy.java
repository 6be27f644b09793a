package org.rnvr.detect.adaptive.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.rnvr.config.DetectionSettings;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.WatchedSession;

/**
 * Learns how long each camera pauses when all is well, and suspects it when it pauses longer. What was learned of a camera
 * outlives its sessions, for as long as the strategy is installed. Called on the monitor's thread only, as its detectors
 * are.
 */
@Component
public final class AdaptiveStrategy implements DetectionStrategy {

    /** Cameras remembered; of more, those are forgotten whose last session began longest ago. */
    static final int CAMERAS_MAX = 256;

    private final Map<String, CameraRhythm> cameras = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CameraRhythm> eldest) {
            return size() > CAMERAS_MAX;
        }
    };

    @Override
    public String name() {
        return "adaptive";
    }

    @Override
    public Detector watch(WatchedSession session) {
        DetectionSettings settings = session.settings().detection();
        Promise promise = new Promise(settings.falseSuspicionsPerHour());
        CameraRhythm camera = cameras.computeIfAbsent(session.cameraId(), id -> new CameraRhythm(promise));
        camera.keep(promise);
        return new AdaptiveDetector(camera, settings.firstFrameTimeout().toNanos(), session.nanos());
    }

    /** How many cameras are remembered. */
    int cameras() {
        return cameras.size();
    }
}
