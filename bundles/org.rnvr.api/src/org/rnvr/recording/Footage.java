package org.rnvr.recording;

import java.time.Instant;
import java.util.Objects;

/**
 * All that is recorded of a camera, in figures.
 *
 * @param cameraId the camera, which the configuration need not know any more
 * @param first start of its first segment
 * @param last end of its last segment
 * @param segments how many
 * @param bytes size of all
 */
public record Footage(String cameraId, Instant first, Instant last, long segments, long bytes) {
    public Footage {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(first);
        Objects.requireNonNull(last);
    }
}
