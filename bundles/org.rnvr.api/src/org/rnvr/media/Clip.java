package org.rnvr.media;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A part of a recorded file.
 *
 * @param file the file
 * @param start arrival of its first frame
 * @param from beginning of the part
 * @param to end of the part, after {@code from}
 */
public record Clip(Path file, Instant start, Instant from, Instant to) {
    public Clip {
        Objects.requireNonNull(file);
        Objects.requireNonNull(start);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a part of " + file + " from " + from + " to " + to + " holds nothing");
        }
    }
}
