package org.rnvr.console.internal.log;

import java.util.Objects;

/**
 * What was logged at one point in time.
 *
 * @param time as it was written
 * @param level severity
 * @param thread name of the thread; may be empty
 * @param logger who said it; may be empty
 * @param message what was said; further lines, of a stack trace for example, included
 */
record LogEntry(String time, LogLevel level, String thread, String logger, String message) {
    LogEntry {
        Objects.requireNonNull(time);
        Objects.requireNonNull(level);
        Objects.requireNonNull(thread);
        Objects.requireNonNull(logger);
        Objects.requireNonNull(message);
    }

    /** The first line of what was said. */
    String firstLine() {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /** All of it as it stands in the file. */
    String text() {
        return time + " " + level + " [" + thread + "] " + logger + " - " + message;
    }

    /** The same with a further line. */
    LogEntry with(String line) {
        return new LogEntry(time, level, thread, logger, message.isEmpty() ? line : message + "\n" + line);
    }
}
