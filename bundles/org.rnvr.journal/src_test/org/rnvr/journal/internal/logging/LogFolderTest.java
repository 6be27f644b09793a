package org.rnvr.journal.internal.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.LoggingSettings;

class LogFolderTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void findsTheCurrentFileAndTheOlderOnesOfEachKind() throws IOException {
        file("rnvr.log", 0);
        file("rnvr.2026-11-22.0.log", 100);
        file("rnvr.2026-11-22.1.log.zip", 90);
        file("rnvr.2026-W40.log", 200);
        file("rnvr.2026-11-21_05.log", 150);
        file("rnvr.error.log", 10);
        file("rnvr.jsonl", 5);
        file("rnvr.log.swp", 1);
        file("rnvr.notes.log", 1);
        assertEquals(
                List.of(
                        "rnvr.log current TEXT",
                        "rnvr.2026-11-22.1.log.zip TEXT",
                        "rnvr.2026-11-22.0.log TEXT",
                        "rnvr.2026-11-21_05.log TEXT",
                        "rnvr.2026-W40.log TEXT",
                        "rnvr.error.log current ERRORS",
                        "rnvr.jsonl current JSON"),
                list("rnvr.log"));
    }

    @Test
    void ofFilesWithADateTheNewestIsTheCurrentOne() throws IOException {
        file("rnvr.2026-11-22.log", 100);
        file("rnvr.2026-11-23.log", 0);
        assertEquals(List.of("rnvr.2026-11-23.log current TEXT", "rnvr.2026-11-22.log TEXT"), list("rnvr_{time}.log"));
    }

    @Test
    void aFolderThatIsNotThereHoldsNoFiles() throws IOException {
        folder = folder.resolve("none");
        assertEquals(List.of(), list("rnvr.log"));
    }

    private void file(String name, int minutesAgo) throws IOException {
        Files.setLastModifiedTime(
                Files.createFile(folder.resolve(name)), FileTime.from(NOON.minusSeconds(60L * minutesAgo)));
    }

    private List<String> list(String filename) throws IOException {
        return LogFolder.list(settings(filename)).stream()
                .map(file -> file.path().getFileName() + (file.current() ? " current " : " ") + file.kind())
                .toList();
    }

    private LoggingSettings settings(String filename) {
        return new LoggingSettings(
                true,
                folder,
                new LoggingSettings.Console(false, LoggingSettings.Level.INFO, false),
                logFile(filename),
                logFile("rnvr.error.log"),
                new LoggingSettings.JsonLog(true, "rnvr.jsonl"));
    }

    private static LoggingSettings.LogFile logFile(String filename) {
        return new LoggingSettings.LogFile(
                true,
                LoggingSettings.Level.INFO,
                filename,
                new LoggingSettings.Rotation(Optional.empty(), OptionalLong.empty()),
                Optional.empty(),
                OptionalInt.empty(),
                false);
    }
}
