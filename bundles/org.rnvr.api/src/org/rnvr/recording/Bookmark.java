package org.rnvr.recording;

import java.time.Instant;
import java.util.Objects;

/**
 * A note on a moment or a range of a camera. Segments it touches are deleted last.
 *
 * @param id its number in the catalog
 * @param cameraId the camera
 * @param from beginning
 * @param to end; the same as {@code from} for a moment
 * @param note what it says
 * @param created when it was made
 */
public record Bookmark(long id, String cameraId, Instant from, Instant to, String note, Instant created) {
    public Bookmark {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(note);
        Objects.requireNonNull(created);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a bookmark from " + from + " cannot end before it, at " + to);
        }
    }
}
