package org.rnvr.console.internal.model;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.rnvr.config.AppSettings;
import org.rnvr.config.BackupSettings;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.Container;
import org.rnvr.config.Credentials;
import org.rnvr.config.KeyBindings;
import org.rnvr.config.LoggingSettings;
import org.rnvr.config.PerformanceSettings;
import org.rnvr.config.RecordingSettings;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StorageSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Theme;
import org.rnvr.config.UiSettings;
import org.rnvr.config.UpdateSettings;
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
        var off = new LoggingSettings.LogFile(
                false,
                LoggingSettings.Level.INFO,
                "log",
                new LoggingSettings.Rotation(Optional.empty(), OptionalLong.empty()),
                Optional.empty(),
                OptionalInt.empty(),
                false);
        return new Configuration(
                new AppSettings("RNVR", ""),
                new UiSettings(
                        Theme.DARK,
                        true,
                        false,
                        true,
                        Duration.ofSeconds(10),
                        Optional.empty(),
                        new UiSettings.DockState(true, true, true)),
                StreamingSettings.DEFAULT,
                List.of(cameras),
                new RecordingSettings(
                        Container.MP4,
                        Duration.ofMinutes(10),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        true),
                new BackupSettings(Optional.empty(), false, true),
                new StorageSettings(
                        Path.of("/recordings"),
                        true,
                        true,
                        Duration.ofHours(1),
                        1,
                        5,
                        90,
                        30,
                        5,
                        Duration.ZERO,
                        Duration.ofSeconds(20),
                        32 << 20),
                new KeyBindings(Map.of()),
                new KeyBindings(Map.of()),
                new LoggingSettings(
                        true,
                        Path.of("/logs"),
                        new LoggingSettings.Console(true, LoggingSettings.Level.INFO, false),
                        off,
                        off,
                        new LoggingSettings.JsonLog(false, "json")),
                new PerformanceSettings(
                        false, Duration.ofSeconds(30), Duration.ofSeconds(15), 80, 6144, 71, true, false),
                new UpdateSettings(List.of(), false, false));
    }
}
