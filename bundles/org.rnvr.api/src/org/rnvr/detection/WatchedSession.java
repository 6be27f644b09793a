package org.rnvr.detection;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
import org.rnvr.config.StreamingSettings;

/**
 * What a detector is told of the session it watches. RNVR makes these; later versions may tell more.
 *
 * @param cameraId the camera, the same over all its sessions
 * @param session number of the session
 * @param address where the camera's RTSP server listens, not resolved, since that may take long; empty when the camera's URL
 *     holds no address
 * @param settings the settings in force; a change of settings that concerns detection opens new detectors
 * @param nanos monotonic time at which watching begins, in nanoseconds; no observation is older
 */
public record WatchedSession(
        String cameraId, long session, Optional<InetSocketAddress> address, StreamingSettings settings, long nanos) {
    public WatchedSession {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(address);
        Objects.requireNonNull(settings);
    }

    /** Of a camera whose address is not known. */
    public WatchedSession(String cameraId, long session, StreamingSettings settings, long nanos) {
        this(cameraId, session, Optional.empty(), settings, nanos);
    }
}
