package org.rnvr.console.internal.log;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What of the log is shown.
 *
 * @param least from this severity on
 * @param text words that an entry must have, each of them somewhere, whatever their case; empty for any
 */
record LogFilter(LogLevel least, String text) {

    /** Whether an entry is shown. */
    boolean accepts(LogEntry entry) {
        if (entry.level().compareTo(least) < 0) {
            return false;
        }
        if (text.isBlank()) {
            return true;
        }
        String all = entry.text().toLowerCase(Locale.ROOT);
        return Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
    }
}
