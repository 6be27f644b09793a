package org.rnvr.console.internal.playback.model;

import java.io.IOException;
import java.time.Instant;

/** Fetches tracks. */
@FunctionalInterface
public interface TrackLoader {

    /**
     * What is known of a camera in a time. Waits for the disk.
     *
     * @throws IOException if it cannot be read, with a message for the operator
     */
    Track load(String cameraId, Instant from, Instant to) throws IOException;
}
