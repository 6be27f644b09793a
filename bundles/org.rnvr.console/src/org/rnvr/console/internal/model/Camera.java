package org.rnvr.console.internal.model;

import java.util.Objects;
import java.util.Optional;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.RecordingStatus;

/**
 * What the console knows of a camera at one point in time.
 *
 * @param id the camera
 * @param name its name for people
 * @param enabled whether the configuration uses it at all
 * @param connection what the monitor says of it; empty while there is no monitor
 * @param recordable whether there is a recorder
 * @param recording what the recorder says of it; empty when it was not recorded in this run
 */
public record Camera(
        String id,
        String name,
        boolean enabled,
        Optional<CameraStatus> connection,
        boolean recordable,
        Optional<RecordingStatus> recording) {

    public Camera {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(connection);
        Objects.requireNonNull(recording);
    }

    /** Whether asking for a connection would change anything. */
    public boolean canConnect() {
        return enabled
                && connection
                        .filter(status -> status.detail() != StatusDetail.DISABLED)
                        .map(CameraStatus::state)
                        .map(state -> switch (state) {
                            case DISCONNECTED, STALLED, LOST, RECONNECTING, OFFLINE -> true;
                            case CONNECTING, STREAMING, SUSPECT -> false;
                        })
                        .orElse(false);
    }

    /** Whether the connection can be stopped. */
    public boolean canStop() {
        return connection
                .map(status -> status.state() != ConnectionState.DISCONNECTED)
                .orElse(false);
    }

    /** Whether recording can be started. */
    public boolean canStartRecording() {
        return enabled && recordable && !isRecordingWanted();
    }

    /** Whether recording can be stopped. */
    public boolean canStopRecording() {
        return recordable && isRecordingWanted();
    }

    /** Whether recording can be interrupted. */
    public boolean canPauseRecording() {
        return recordable && isRecordingWanted();
    }

    /** Whether recording was interrupted and can go on. */
    public boolean canResumeRecording() {
        return recordable
                && recording
                        .filter(status -> status.state() == RecordingState.PAUSED)
                        .isPresent();
    }

    /** Whether recording can be left to the calendar; a recorder does not say whether it is already. */
    public boolean canReleaseRecording() {
        return enabled && recordable;
    }

    private boolean isRecordingWanted() {
        return recording
                .map(status -> switch (status.state()) {
                    case STOPPED, SCHEDULED, PAUSED -> false;
                    case WAITING, RECORDING, FAILED -> true;
                })
                .orElse(false);
    }
}
