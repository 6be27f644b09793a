package org.rnvr.monitor.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.rnvr.config.AppSettings;
import org.rnvr.config.BackupSettings;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.Container;
import org.rnvr.config.Credentials;
import org.rnvr.config.DetectionSettings;
import org.rnvr.config.KeyBindings;
import org.rnvr.config.Layout;
import org.rnvr.config.LoggingSettings;
import org.rnvr.config.PerformanceSettings;
import org.rnvr.config.RecordingSettings;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StorageSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Theme;
import org.rnvr.config.Transport;
import org.rnvr.config.UiSettings;
import org.rnvr.config.UpdateSettings;
import org.rnvr.config.WeeklySchedule;

/** Configurations for tests, made of what matters to the monitor. */
public final class Settings {

    private Settings() {}

    public static Configuration of(StreamingSettings streaming, CameraSettings... cameras) {
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
                streaming,
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
                        Path.of("recordings"),
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

    private static LoggingSettings logging() {
        LoggingSettings.LogFile file = new LoggingSettings.LogFile(
                false,
                LoggingSettings.Level.INFO,
                "rnvr.log",
                new LoggingSettings.Rotation(Optional.empty(), OptionalLong.empty()),
                Optional.empty(),
                OptionalInt.empty(),
                false);
        return new LoggingSettings(
                false,
                Path.of("logs"),
                new LoggingSettings.Console(false, LoggingSettings.Level.INFO, false),
                file,
                file,
                new LoggingSettings.JsonLog(false, "rnvr.jsonl"));
    }

    public static StreamingSettings streaming() {
        return streaming(Transport.TCP, Duration.ofSeconds(5), Optional.empty(), Duration.ofSeconds(5));
    }

    public static StreamingSettings streaming(
            Transport transport, Duration keepalive, Optional<Set<String>> strategies, Duration reconnectDelay) {
        return new StreamingSettings(
                new Layout(1, 1),
                StreamingSettings.Osd.DEFAULT,
                true,
                List.of("avdec_h264"),
                1 << 20,
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                DetectionSettings.DEFAULT.withKeepalive(keepalive).with(strategies),
                transport,
                true,
                5,
                reconnectDelay);
    }

    public static CameraSettings camera(String id) {
        return camera(id, "Camera " + id, "rtsp://127.0.0.1:8554/" + id, true, true);
    }

    public static CameraSettings camera(String id, String name, String url, boolean enabled, boolean atStart) {
        return new CameraSettings(
                id,
                name,
                url,
                Credentials.NONE,
                enabled,
                atStart,
                false,
                false,
                false,
                new CameraSettings.Ptz(CameraSettings.PtzType.NONE, 80, 1),
                new CameraSettings.VideoTransform(false, CameraSettings.Flip.NONE, 0),
                StandbySession.AUTO,
                WeeklySchedule.ALWAYS,
                0);
    }
}
