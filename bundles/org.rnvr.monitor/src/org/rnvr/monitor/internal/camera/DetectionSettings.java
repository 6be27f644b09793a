package org.rnvr.monitor.internal.camera;

import java.time.Duration;
import org.rnvr.config.StreamingSettings;

/** The settings that concern detection and nothing else. Detectors are opened anew when one of them changes. */
record DetectionSettings(Duration keepaliveTimeout, Duration firstFrameTimeout) {

    static DetectionSettings of(StreamingSettings streaming) {
        return new DetectionSettings(streaming.keepaliveTimeout(), streaming.firstFrameTimeout());
    }
}
