package org.rnvr.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Section {@code logging}.
 *
 * @param enabled whether anything is logged
 * @param folder where log files go, absolute
 * @param console what goes to the terminal
 * @param file the log file
 * @param errorLog the file of errors
 * @param jsonLog the file of one JSON object a line
 */
public record LoggingSettings(
        boolean enabled, Path folder, Console console, LogFile file, LogFile errorLog, JsonLog jsonLog) {

    /** The folder of the log files where the configuration names none, relative to the folder of the configuration. */
    public static final String DEFAULT_FOLDER = "./logs";

    /** What holds where the configuration says no more than where the log files are. */
    public static LoggingSettings of(Path folder) {
        return new LoggingSettings(
                true,
                folder,
                new Console(true, Level.INFO, true),
                new LogFile(
                        true,
                        Level.DEBUG,
                        "rnvr.log",
                        new Rotation(Optional.of(Duration.ofDays(1)), OptionalLong.of(100_000_000)),
                        Optional.of(Duration.ofDays(7)),
                        OptionalInt.of(10),
                        true),
                new LogFile(
                        true,
                        Level.ERROR,
                        "rnvr_error.log",
                        new Rotation(Optional.empty(), OptionalLong.of(10_000_000)),
                        Optional.of(Duration.ofDays(30)),
                        OptionalInt.empty(),
                        false),
                new JsonLog(false, "rnvr.jsonl"));
    }

    /** Severity. */
    public enum Level {
        /** Finest. */
        TRACE,
        /** For developers. */
        DEBUG,
        /** For operators. */
        INFO,
        /** Something is wrong and was worked around. */
        WARNING,
        /** Something failed. */
        ERROR,
        /** Nothing works without a person. */
        CRITICAL
    }

    /**
     * What goes to the terminal.
     *
     * @param enabled whether anything does
     * @param level from this severity on
     * @param colorize in colour when it is a terminal
     */
    public record Console(boolean enabled, Level level, boolean colorize) {}

    /**
     * A log file.
     *
     * @param enabled whether it is written
     * @param level from this severity on
     * @param filename name in the folder; may hold a date pattern
     * @param rotation when a new one begins
     * @param retention how long old ones are kept; empty for ever
     * @param keep how many old ones are kept; empty for any number
     * @param compress whether old ones are compressed to zip
     */
    public record LogFile(
            boolean enabled,
            Level level,
            String filename,
            Rotation rotation,
            Optional<Duration> retention,
            OptionalInt keep,
            boolean compress) {}

    /**
     * When a new log file begins.
     *
     * @param period after this time; empty for no limit
     * @param bytes after this size; empty for no limit
     */
    public record Rotation(Optional<Duration> period, OptionalLong bytes) {}

    /**
     * The file of one JSON object a line.
     *
     * @param enabled whether it is written
     * @param filename name in the folder
     */
    public record JsonLog(boolean enabled, String filename) {}
}
