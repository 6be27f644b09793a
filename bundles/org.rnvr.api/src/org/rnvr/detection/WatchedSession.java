package org.rnvr.detection;

import java.util.Objects;
import org.rnvr.config.StreamingSettings;

/**
 * What a detector is told of the session it watches.
 *
 * @param cameraId the camera
 * @param session number of the session
 * @param settings the settings in force; a change of settings that concerns detection opens new detectors
 * @param nanos monotonic time at which watching begins, in nanoseconds
 */
public record WatchedSession(String cameraId, long session, StreamingSettings settings, long nanos) {
    public WatchedSession {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(settings);
    }
}
