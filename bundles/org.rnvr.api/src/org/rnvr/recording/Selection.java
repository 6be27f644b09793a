package org.rnvr.recording;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Chosen segments.
 *
 * @param cameraIds of these cameras
 * @param from that touch the time from here
 * @param to to here, after it
 */
public record Selection(List<String> cameraIds, Instant from, Instant to) {
    public Selection {
        cameraIds = List.copyOf(cameraIds);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("nothing lies between " + from + " and " + to);
        }
    }
}
