package org.rnvr.media;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A file made of parts of others.
 *
 * @param file the file
 * @param start time of its first frame
 * @param end time of its last frame
 * @param frames number of its video frames
 */
public record JoinedFile(Path file, Instant start, Instant end, long frames) {
    public JoinedFile {
        Objects.requireNonNull(file);
        Objects.requireNonNull(start);
        Objects.requireNonNull(end);
    }
}
