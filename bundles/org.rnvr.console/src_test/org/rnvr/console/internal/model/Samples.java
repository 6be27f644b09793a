package org.rnvr.console.internal.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.Credentials;
import org.rnvr.config.StandbySession;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.RecordingStatus;

/** Values to try things with. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    static CameraStatus status(String id, ConnectionState state) {
        return status(id, state, StatusDetail.NONE, "");
    }

    static CameraStatus status(String id, ConnectionState state, StatusDetail detail, String text) {
        return new CameraStatus(id, id, state, detail, text, NOON, OptionalLong.of(1));
    }

    static RecordingStatus recording(String id, RecordingState state) {
        return new RecordingStatus(id, state, "", NOON, Optional.empty());
    }

    static Camera camera(CameraStatus status) {
        return new Camera(status.cameraId(), status.cameraId(), true, Optional.of(status), true, Optional.empty());
    }

    static CameraSettings settings(String id, int order, boolean enabled) {
        return new CameraSettings(
                id,
                "Camera " + id,
                "rtsp://127.0.0.1/" + id,
                Credentials.NONE,
                enabled,
                true,
                true,
                false,
                false,
                new CameraSettings.Ptz(CameraSettings.PtzType.NONE, 80, 1),
                new CameraSettings.VideoTransform(false, CameraSettings.Flip.NONE, 0),
                StandbySession.AUTO,
                WeeklySchedule.ALWAYS,
                order);
    }

    static Configuration configuration(CameraSettings... cameras) {
        return Configuration.defaults(Path.of("/")).withCameras(List.of(cameras));
    }
}
