package org.rnvr.monitor;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What is known of a camera's connection.
 *
 * @param cameraId the camera
 * @param name its name for people
 * @param state the state
 * @param detail what lies behind it
 * @param text one sentence for the operator, without secrets; empty when there is nothing to add
 * @param since when the state began
 * @param session number of the active session, if there is one
 */
public record CameraStatus(
        String cameraId,
        String name,
        ConnectionState state,
        StatusDetail detail,
        String text,
        Instant since,
        OptionalLong session) {
    public CameraStatus {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(name);
        Objects.requireNonNull(state);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(text);
        Objects.requireNonNull(since);
        Objects.requireNonNull(session);
    }
}
