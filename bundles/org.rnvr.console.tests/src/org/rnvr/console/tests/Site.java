package org.rnvr.console.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

/** The configuration of a site with a few cameras, and what is said of them. */
final class Site {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final long SESSION = 1;

    static final boolean KOREAN = "ko".equals(Locale.getDefault().getLanguage());

    static final CameraSettings[] CAMERAS = {
        camera("gate", said("Gate", "정문"), 1, true),
        camera("yard", said("Yard", "마당"), 2, true),
        camera("ramp", said("Loading ramp", "하역장"), 3, true),
        camera("store", said("Store", "창고"), 4, true),
        camera("attic", said("Attic", "다락"), 5, false)
    };

    static final Configuration USUAL =
            configuration(ui(Theme.DARK, true, Optional.of(new UiSettings.WindowBounds(20, 30, 1100, 700))), CAMERAS);

    private Site() {}

    static String said(String english, String korean) {
        return KOREAN ? korean : english;
    }

    static CameraStatus status(String id, ConnectionState state, StatusDetail detail, String text) {
        return new CameraStatus(id, id, state, detail, text, NOON, OptionalLong.of(SESSION));
    }

    static CameraStatus status(String id, ConnectionState state) {
        return status(id, state, StatusDetail.NONE, "");
    }

    static RecordingStatus recording(String id, RecordingState state) {
        return new RecordingStatus(id, state, "", NOON, Optional.empty());
    }

    static CameraSettings camera(String id, String name, int order, boolean enabled) {
        return new CameraSettings(
                id,
                name,
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

    static UiSettings ui(Theme theme, boolean statusBar, Optional<UiSettings.WindowBounds> window) {
        return new UiSettings(
                theme,
                statusBar,
                false,
                true,
                Duration.ofSeconds(10),
                window,
                new UiSettings.DockState(true, true, true));
    }

    static Configuration configuration(UiSettings ui, CameraSettings... cameras) {
        return configuration(ui, StreamingSettings.DEFAULT, Map.of(), cameras);
    }

    static Configuration configuration(
            UiSettings ui, StreamingSettings streaming, Map<String, String> menuKeys, CameraSettings... cameras) {
        var off = new LoggingSettings.LogFile(
                false,
                LoggingSettings.Level.INFO,
                "log",
                new LoggingSettings.Rotation(Optional.empty(), OptionalLong.empty()),
                Optional.empty(),
                OptionalInt.empty(),
                false);
        return new Configuration(
                new AppSettings("IT_RNVR", "2.1"),
                ui,
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
                new KeyBindings(menuKeys),
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
