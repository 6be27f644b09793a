package org.rnvr.playback;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a player shows of a camera.
 *
 * @param cameraId the camera
 * @param kind what it is
 * @param frame when the frame that is seen was filmed; empty before the first one
 * @param text one sentence for the operator, empty when there is nothing to add: the cause of a gap, or of a failure
 */
public record CameraPicture(String cameraId, Kind kind, Optional<Instant> frame, String text) {
    public CameraPicture {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(frame);
        Objects.requireNonNull(text);
    }

    /** What is shown. */
    public enum Kind {
        /** The picture of that moment is being fetched. */
        LOADING,
        /** The picture of that moment. */
        RECORDED,
        /** Nothing is recorded of that moment. */
        NOT_RECORDED,
        /** What is recorded cannot be shown. */
        FAILED
    }
}
