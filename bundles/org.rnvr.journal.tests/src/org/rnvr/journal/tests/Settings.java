package org.rnvr.journal.tests;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.rnvr.config.LoggingSettings;

/** Settings for tests, made of what matters here. */
final class Settings {

    private Settings() {}

    static LoggingSettings logging(Path folder, String filename) {
        LoggingSettings.LogFile file = new LoggingSettings.LogFile(
                true,
                LoggingSettings.Level.DEBUG,
                filename,
                new LoggingSettings.Rotation(Optional.empty(), OptionalLong.empty()),
                Optional.empty(),
                OptionalInt.empty(),
                false);
        LoggingSettings.LogFile none = new LoggingSettings.LogFile(
                false, file.level(), "none.log", file.rotation(), Optional.empty(), OptionalInt.empty(), false);
        return new LoggingSettings(
                true,
                folder,
                new LoggingSettings.Console(true, LoggingSettings.Level.WARNING, false),
                file,
                none,
                new LoggingSettings.JsonLog(false, "rnvr.jsonl"));
    }
}
