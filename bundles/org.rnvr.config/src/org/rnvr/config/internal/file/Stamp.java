package org.rnvr.config.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What tells one state of a file from another without reading it: which file it is, its size and its times, links followed.
 *
 * @param attributes of the file; empty when it cannot be looked at
 */
public record Stamp(Map<String, Object> attributes) {

    static Stamp of(Path file) {
        try {
            return new Stamp(Files.readAttributes(file, "unix:dev,ino,size,lastModifiedTime,ctime"));
        } catch (IOException e) {
            // Absent or out of reach: reading it will tell.
            return new Stamp(Map.of());
        }
    }
}
