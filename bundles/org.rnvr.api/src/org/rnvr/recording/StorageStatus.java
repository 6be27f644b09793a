package org.rnvr.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * The state of the recording volume.
 *
 * @param path the recording folder
 * @param state what it is good for
 * @param text one sentence for the operator; empty when all is well
 * @param totalBytes size of the volume, 0 when unknown
 * @param freeBytes free space, 0 when unknown
 * @param since when the state began
 */
public record StorageStatus(
        Path path, StorageState state, String text, long totalBytes, long freeBytes, Instant since) {
    public StorageStatus {
        Objects.requireNonNull(path);
        Objects.requireNonNull(state);
        Objects.requireNonNull(text);
        Objects.requireNonNull(since);
    }
}
