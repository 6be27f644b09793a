package org.rnvr.recording;

import java.time.Instant;
import java.util.Objects;

/**
 * A time in which a camera should have been recorded and was not.
 *
 * @param cameraId the camera
 * @param from last frame before
 * @param to first frame after
 * @param cause why, as in {@link org.rnvr.event.Gap}
 */
public record RecordedGap(String cameraId, Instant from, Instant to, String cause) {
    public RecordedGap {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(cause);
    }
}
