package org.rnvr.monitor.internal.camera;

import java.time.Duration;
import java.util.Optional;
import org.rnvr.config.DetectionSettings;
import org.rnvr.config.StreamingSettings;

/** The settings that detectors are opened with. Detectors are opened anew when one of them changes. */
record DetectorSettings(DetectionSettings detection, Duration latency, int bufferSize) {

    static DetectorSettings of(StreamingSettings streaming) {
        return new DetectorSettings(
                streaming.detection().with(Optional.empty()), streaming.latency(), streaming.bufferSize());
    }
}
