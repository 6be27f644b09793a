package org.rnvr.console.internal.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells where a line of the log begins an entry, in text and in JSON. */
final class LogLine {

    private static final Pattern TEXT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\.\\d{3}) (\\w+) +\\[(.*?)\\] (\\S+) - (.*)");

    /** Fields in the order in which they are written; what follows the thread is shown as it stands. */
    private static final Pattern JSON = Pattern.compile(
            "\\{\"time\":\"([^\"]+)\",\"level\":\"(\\w+)\",\"logger\":\"([^\"]*)\",\"thread\":\"([^\"]*)\",(.*)\\}");

    private LogLine() {}

    /** The entry that begins with this line; empty if the line belongs to the one before. */
    static Optional<LogEntry> read(String line) {
        Matcher text = TEXT.matcher(line);
        if (text.matches()) {
            return LogLevel.of(text.group(2))
                    .map(level -> new LogEntry(text.group(1), level, text.group(3), text.group(4), text.group(5)));
        }
        Matcher json = JSON.matcher(line);
        return json.matches()
                ? LogLevel.of(json.group(2))
                        .map(level -> new LogEntry(json.group(1), level, json.group(4), json.group(3), json.group(5)))
                : Optional.empty();
    }
}
