package org.rnvr.host.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.rnvr.config.AppSettings;
import org.rnvr.config.BackupSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.Container;
import org.rnvr.config.KeyBindings;
import org.rnvr.config.LoggingSettings;
import org.rnvr.config.PerformanceSettings;
import org.rnvr.config.RecordingSettings;
import org.rnvr.config.StorageSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Theme;
import org.rnvr.config.UiSettings;
import org.rnvr.config.UpdateSettings;

/** Configurations for tests, made of what matters here. */
final class Settings {

    static final PerformanceSettings QUIET =
            new PerformanceSettings(false, Duration.ofSeconds(30), Duration.ofSeconds(15), 80, 6144, 71, true, false);

    private static final LoggingSettings.LogFile NO_FILE = new LoggingSettings.LogFile(
            false,
            LoggingSettings.Level.DEBUG,
            "none.log",
            new LoggingSettings.Rotation(Optional.empty(), OptionalLong.empty()),
            Optional.empty(),
            OptionalInt.empty(),
            false);

    private Settings() {}

    static PerformanceSettings alertAboveMemory(int mib, Duration interval) {
        return new PerformanceSettings(true, interval, interval, 100, mib, 150, true, false);
    }

    static Configuration performance(Path recordings, PerformanceSettings performance) {
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
                StreamingSettings.DEFAULT,
                List.of(),
                new RecordingSettings(
                        Container.MP4,
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
                new LoggingSettings(
                        false,
                        recordings,
                        new LoggingSettings.Console(false, LoggingSettings.Level.WARNING, false),
                        NO_FILE,
                        NO_FILE,
                        new LoggingSettings.JsonLog(false, "rnvr.jsonl")),
                performance,
                new UpdateSettings(List.of(), false, false));
    }
}
