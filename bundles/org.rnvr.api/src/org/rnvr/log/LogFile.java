package org.rnvr.log;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A file of the log.
 *
 * @param path the file, absolute; compressed if its name ends with {@code .zip}
 * @param kind what is in it
 * @param current whether it is the one that is written, or would be if its kind were
 * @param bytes its size
 * @param modified when it was written last
 */
public record LogFile(Path path, Kind kind, boolean current, long bytes, Instant modified) {

    /** What is in a file of the log. */
    public enum Kind {
        /** Lines of text. */
        TEXT,
        /** Lines of text, errors alone. */
        ERRORS,
        /** One JSON object a line. */
        JSON
    }

    public LogFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(modified);
    }
}
