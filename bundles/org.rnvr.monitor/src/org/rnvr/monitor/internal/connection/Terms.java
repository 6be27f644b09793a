package org.rnvr.monitor.internal.connection;

import java.time.Duration;
import java.util.Objects;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StreamingSettings;

/**
 * What the connection of one camera is held to. A change of these takes effect without a new session.
 *
 * @param cameraId the camera
 * @param name its name for people
 * @param autoReconnect whether it is connected again by itself
 * @param maxAttempts failed attempts before it is offline; 0 for no limit
 * @param longestWait upper bound of the wait between early attempts
 * @param setUpLimit how long a session may take from the request to its first key frame
 * @param standby where the session goes that is to replace a suspected one
 * @param notifyAfter silence after which the operator is told
 */
public record Terms(
        String cameraId,
        String name,
        boolean autoReconnect,
        int maxAttempts,
        Duration longestWait,
        Duration setUpLimit,
        StandbySession standby,
        Duration notifyAfter) {
    public Terms {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(name);
        Objects.requireNonNull(longestWait);
        Objects.requireNonNull(setUpLimit);
        Objects.requireNonNull(standby);
        Objects.requireNonNull(notifyAfter);
    }

    /** As the configuration has them. */
    public static Terms of(CameraSettings camera, StreamingSettings streaming) {
        return new Terms(
                camera.id(),
                camera.name(),
                streaming.autoReconnect(),
                streaming.maxReconnectAttempts(),
                streaming.reconnectDelay(),
                streaming.tcpTimeout().plus(streaming.detection().firstFrameTimeout()),
                camera.standby(),
                streaming.detection().notifyAfter());
    }
}
