package org.rnvr.config.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What tells one state of a file from another without reading it: which file it is, its size and its times, links followed.
 *
 * @param attributes of the file; empty when it cannot be looked at
 */
public record Stamp(Map<String, Object> attributes) {

    /** Longer than between two times that a kernel or a file system tells apart. */
    private static final Duration COARSE = Duration.ofSeconds(1);

    static Stamp of(Path file) {
        try {
            return new Stamp(Files.readAttributes(file, "unix:dev,ino,size,lastModifiedTime,ctime"));
        } catch (IOException e) {
            // Absent or out of reach: reading it will tell.
            return new Stamp(Map.of());
        }
    }

    /** Whether a further change, if it came at this time and left the size as it is, might not show. */
    public boolean isFresh(Instant now) {
        return attributes.get("ctime") instanceof FileTime changed
                && Duration.between(changed.toInstant(), now).abs().compareTo(COARSE) < 0;
    }
}
