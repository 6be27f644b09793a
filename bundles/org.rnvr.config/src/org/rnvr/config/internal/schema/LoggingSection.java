package org.rnvr.config.internal.schema;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.rnvr.config.LoggingSettings;
import org.rnvr.config.LoggingSettings.Console;
import org.rnvr.config.LoggingSettings.JsonLog;
import org.rnvr.config.LoggingSettings.Level;
import org.rnvr.config.LoggingSettings.LogFile;
import org.rnvr.config.LoggingSettings.Rotation;

/** Section {@code logging}. */
final class LoggingSection {

    private static final LoggingSettings DEFAULT = LoggingSettings.of(Path.of(LoggingSettings.DEFAULT_FOLDER));
    private static final long BYTES_PER_MB = 1_000_000;
    private static final Kind<Level> LEVEL = Choice.ofNames(Level.class);
    private static final Kind<Optional<Duration>> RETENTION = new Perhaps<>(new LogSpan());

    private static final Key<Boolean> ENABLED = Key.of("logging.enabled", new Truth(), DEFAULT.enabled());
    private static final Key<String> LOG_PATH =
            Key.of("logging.log_path", new FilePath(), LoggingSettings.DEFAULT_FOLDER);

    private static final Key<Boolean> CONSOLE =
            Key.of("logging.console.enabled", new Truth(), DEFAULT.console().enabled());
    private static final Key<Level> CONSOLE_LEVEL =
            Key.of("logging.console.level", LEVEL, DEFAULT.console().level());
    private static final Key<Boolean> COLORIZE =
            Key.of("logging.console.colorize", new Truth(), DEFAULT.console().colorize());

    private static final Key<Boolean> FILE =
            Key.of("logging.file.enabled", new Truth(), DEFAULT.file().enabled());
    private static final Key<Level> FILE_LEVEL =
            Key.of("logging.file.level", LEVEL, DEFAULT.file().level());
    private static final Key<String> FILE_NAME =
            Key.of("logging.file.filename", new FileName(), DEFAULT.file().filename());
    private static final Key<Rotation> FILE_ROTATION = Key.of(
            "logging.file.rotation",
            new LogRotation(),
            new Rotation(DEFAULT.file().rotation().period(), OptionalLong.empty()));
    private static final Key<Optional<Duration>> FILE_RETENTION =
            Key.of("logging.file.retention", RETENTION, DEFAULT.file().retention());
    private static final Key<Boolean> FILE_COMPRESSION = Key.of(
            "logging.file.compression",
            new OrNothing<>(new Choice<>(compressions(), false), false),
            DEFAULT.file().compress());
    private static final Key<Integer> FILE_MAX_SIZE =
            Key.of("logging.file.max_size_mb", new WholeNumber(1, 100_000, "MB"), (int)
                    (DEFAULT.file().rotation().bytes().orElseThrow() / BYTES_PER_MB));
    private static final Key<Integer> FILE_COUNT = Key.of(
            "logging.file.rotation_count",
            new WholeNumber(1, 10_000, "files"),
            DEFAULT.file().keep().orElseThrow());

    private static final Key<Boolean> ERROR_LOG =
            Key.of("logging.error_log.enabled", new Truth(), DEFAULT.errorLog().enabled());
    private static final Key<Level> ERROR_LEVEL =
            Key.of("logging.error_log.level", LEVEL, DEFAULT.errorLog().level());
    private static final Key<String> ERROR_NAME = Key.of(
            "logging.error_log.filename", new FileName(), DEFAULT.errorLog().filename());
    private static final Key<Rotation> ERROR_ROTATION = Key.of(
            "logging.error_log.rotation", new LogRotation(), DEFAULT.errorLog().rotation());
    private static final Key<Optional<Duration>> ERROR_RETENTION =
            Key.of("logging.error_log.retention", RETENTION, DEFAULT.errorLog().retention());

    private static final Key<Boolean> JSON_LOG =
            Key.of("logging.json_log.enabled", new Truth(), DEFAULT.jsonLog().enabled());
    private static final Key<String> JSON_NAME = Key.of(
            "logging.json_log.filename", new FileName(), DEFAULT.jsonLog().filename());

    static final List<Key<?>> KEYS = List.of(
            ENABLED,
            LOG_PATH,
            CONSOLE,
            CONSOLE_LEVEL,
            COLORIZE,
            FILE,
            FILE_LEVEL,
            FILE_NAME,
            FILE_ROTATION,
            FILE_RETENTION,
            FILE_COMPRESSION,
            FILE_MAX_SIZE,
            FILE_COUNT,
            ERROR_LOG,
            ERROR_LEVEL,
            ERROR_NAME,
            ERROR_ROTATION,
            ERROR_RETENTION,
            JSON_LOG,
            JSON_NAME);

    private LoggingSection() {}

    static LoggingSettings read(Values values, Path base) {
        return new LoggingSettings(
                values.get(ENABLED),
                base.resolve(values.get(LOG_PATH)).normalize(),
                new Console(values.get(CONSOLE), values.get(CONSOLE_LEVEL), values.get(COLORIZE)),
                file(values),
                errorLog(values),
                new JsonLog(values.get(JSON_LOG), values.get(JSON_NAME)));
    }

    private static LogFile file(Values values) {
        Rotation rotation = values.get(FILE_ROTATION);
        long largest = values.get(FILE_MAX_SIZE) * BYTES_PER_MB;
        return new LogFile(
                values.get(FILE),
                values.get(FILE_LEVEL),
                values.get(FILE_NAME),
                new Rotation(
                        rotation.period(),
                        OptionalLong.of(Math.min(largest, rotation.bytes().orElse(largest)))),
                values.get(FILE_RETENTION),
                OptionalInt.of(values.get(FILE_COUNT)),
                values.get(FILE_COMPRESSION));
    }

    private static LogFile errorLog(Values values) {
        return new LogFile(
                values.get(ERROR_LOG),
                values.get(ERROR_LEVEL),
                values.get(ERROR_NAME),
                values.get(ERROR_ROTATION),
                values.get(ERROR_RETENTION),
                OptionalInt.empty(),
                false);
    }

    private static Map<String, Boolean> compressions() {
        Map<String, Boolean> compressions = new LinkedHashMap<>();
        compressions.put("zip", true);
        compressions.put("none", false);
        return compressions;
    }
}
