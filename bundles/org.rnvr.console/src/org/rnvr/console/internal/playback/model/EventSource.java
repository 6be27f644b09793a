package org.rnvr.console.internal.playback.model;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Where marks of events come from. */
@FunctionalInterface
public interface EventSource {

    /**
     * The events of a camera in a time, in order. Waits for the disk.
     *
     * @throws IOException if they cannot be read
     */
    List<EventMark> events(String cameraId, Instant from, Instant to) throws IOException;
}
