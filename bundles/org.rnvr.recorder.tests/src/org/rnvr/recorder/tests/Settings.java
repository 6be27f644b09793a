package org.rnvr.recorder.tests;

import java.nio.file.Path;
import java.time.Duration;
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

/** Configurations for tests, made of what matters here. */
final class Settings {

    private Settings() {}

    static Configuration of(Path recordings, Container container, CameraSettings... cameras) {
        return new Configuration(
                new AppSettings("RNVR", "0"),
                new UiSettings(
                        Theme.DARK,
                        true,
                        false,
                        true,
                        Duration.ofSeconds(10),
                        Optional.empty(),
                        new UiSettings.DockState(true, true, true)),
                streaming(),
                List.of(cameras),
                new RecordingSettings(
                        container,
                        Duration.ofMinutes(10),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        true),
                new BackupSettings(Optional.empty(), false, true),
                new StorageSettings(
                        recordings,
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
                logging(),
                new PerformanceSettings(
                        false, Duration.ofSeconds(30), Duration.ofSeconds(15), 80, 6144, 71, true, false),
                new UpdateSettings(List.of(), false, false));
    }

    private static StreamingSettings streaming() {
        return StreamingSettings.DEFAULT;
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

    private static LoggingSettings logging() {
        LoggingSettings.LogFile file = new LoggingSettings.LogFile(
                false,
                LoggingSettings.Level.DEBUG,
                "rnvr.log",
                new LoggingSettings.Rotation(Optional.empty(), OptionalLong.empty()),
                Optional.empty(),
                OptionalInt.empty(),
                false);
        LoggingSettings.LogFile none = new LoggingSettings.LogFile(
                false, file.level(), "none.log", file.rotation(), Optional.empty(), OptionalInt.empty(), false);
        return new LoggingSettings(
                true,
                Path.of("logs"),
                new LoggingSettings.Console(true, LoggingSettings.Level.WARNING, false),
                file,
                none,
                new LoggingSettings.JsonLog(false, "rnvr.jsonl"));
    }
}
