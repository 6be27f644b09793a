package org.rnvr.recorder.tests;

import java.nio.file.Path;
import java.util.List;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.Container;
import org.rnvr.config.Credentials;
import org.rnvr.config.RecordingSettings;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StorageSettings;
import org.rnvr.config.WeeklySchedule;

/** Configurations for tests, made of what matters here. */
final class Settings {

    private Settings() {}

    static Configuration of(Path recordings, Container container, CameraSettings... cameras) {
        return Configuration.defaults(recordings)
                .with(StorageSettings.of(recordings))
                .with(RecordingSettings.DEFAULT.with(container))
                .withCameras(List.of(cameras));
    }

    static CameraSettings camera(String id, boolean record) {
        return new CameraSettings(
                id,
                "Camera " + id,
                "rtsp://127.0.0.1:8554/" + id,
                Credentials.NONE,
                true,
                true,
                record,
                false,
                false,
                new CameraSettings.Ptz(CameraSettings.PtzType.NONE, 80, 1),
                new CameraSettings.VideoTransform(false, CameraSettings.Flip.NONE, 0),
                StandbySession.AUTO,
                WeeklySchedule.ALWAYS,
                0);
    }
}
