package org.rnvr.console.internal.model;

import java.util.Objects;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.console.internal.Messages;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.recording.RecordingState;

/**
 * A state as people are told it.
 *
 * @param symbol the sign
 * @param words the same in words
 */
public record Told(Symbol symbol, String words) {
    public Told {
        Objects.requireNonNull(symbol);
        Objects.requireNonNull(words);
    }

    /** State of a camera's connection. */
    public static Told connectionOf(Camera camera) {
        if (!camera.enabled()) {
            return new Told(Symbol.DISABLED, Messages.connection_disabled);
        }
        return camera.connection()
                .map(status -> status.state() == ConnectionState.DISCONNECTED
                        ? disconnected(status.detail())
                        : of(status.state()))
                .orElseGet(() -> new Told(Symbol.UNKNOWN, Messages.connection_unknown));
    }

    /** State of a camera's recording. */
    public static Told recordingOf(Camera camera) {
        if (!camera.recordable()) {
            return new Told(Symbol.UNKNOWN, Messages.recording_unknown);
        }
        return of(camera.recording().map(status -> status.state()).orElse(RecordingState.STOPPED));
    }

    /** How bad a problem of the configuration is. */
    public static Told of(ConfigurationProblem.Severity severity) {
        return switch (severity) {
            case NOTE -> new Told(Symbol.NOTE, Messages.problem_note);
            case ERROR -> new Told(Symbol.SUSPECT, Messages.problem_error);
            case UNREADABLE -> new Told(Symbol.ERROR, Messages.problem_unreadable);
        };
    }

    private static Told of(ConnectionState state) {
        return switch (state) {
            case DISCONNECTED -> new Told(Symbol.OFF, Messages.connection_disconnected);
            case CONNECTING -> new Told(Symbol.CONNECTING, Messages.connection_connecting);
            case STREAMING -> new Told(Symbol.LIVE, Messages.connection_streaming);
            case SUSPECT -> new Told(Symbol.SUSPECT, Messages.connection_suspect);
            case STALLED -> new Told(Symbol.STALLED, Messages.connection_stalled);
            case LOST -> new Told(Symbol.LOST, Messages.connection_lost);
            case RECONNECTING -> new Told(Symbol.RECONNECTING, Messages.connection_reconnecting);
            case OFFLINE -> new Told(Symbol.OFFLINE, Messages.connection_offline);
        };
    }

    private static Told disconnected(StatusDetail detail) {
        return switch (detail) {
            case DISABLED -> new Told(Symbol.DISABLED, Messages.connection_disabled);
            case STOPPED -> new Told(Symbol.OFF, Messages.connection_stopped);
            case CONFIGURATION_ERROR -> new Told(Symbol.ERROR, Messages.connection_configuration_error);
            case MACHINE_ERROR -> new Told(Symbol.ERROR, Messages.connection_machine_error);
            case NONE, CAMERA_ERROR, COMMUNICATION_ERROR -> of(ConnectionState.DISCONNECTED);
        };
    }

    private static Told of(RecordingState state) {
        return switch (state) {
            case STOPPED -> new Told(Symbol.RECORDING_OFF, Messages.recording_stopped);
            case SCHEDULED -> new Told(Symbol.RECORDING_SCHEDULED, Messages.recording_scheduled);
            case PAUSED -> new Told(Symbol.RECORDING_PAUSED, Messages.recording_paused);
            case WAITING -> new Told(Symbol.RECORDING_WAITING, Messages.recording_waiting);
            case RECORDING -> new Told(Symbol.RECORDING, Messages.recording_recording);
            case FAILED -> new Told(Symbol.RECORDING_FAILED, Messages.recording_failed);
        };
    }
}
