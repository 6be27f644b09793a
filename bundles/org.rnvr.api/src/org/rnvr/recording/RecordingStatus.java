package org.rnvr.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a camera's recording.
 *
 * @param cameraId the camera
 * @param state the state
 * @param text one sentence for the operator; empty when there is nothing to add
 * @param since when the state began
 * @param file the file that is open
 */
public record RecordingStatus(String cameraId, RecordingState state, String text, Instant since, Optional<Path> file) {
    public RecordingStatus {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(state);
        Objects.requireNonNull(text);
        Objects.requireNonNull(since);
        Objects.requireNonNull(file);
    }
}
