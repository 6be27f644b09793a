package org.rnvr.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.rnvr.config.Container;

/**
 * What is to be taken away.
 *
 * @param cameraIds the cameras, at least one
 * @param from beginning
 * @param to end, after it
 * @param container format of the result, MP4 or MKV
 * @param destination an existing folder, in which a new one is made
 * @param note what the person who exports wants to say; may be empty
 */
public record ExportRequest(
        List<String> cameraIds, Instant from, Instant to, Container container, Path destination, String note) {
    public ExportRequest {
        cameraIds = List.copyOf(cameraIds);
        if (cameraIds.isEmpty()) {
            throw new IllegalArgumentException("no camera to export");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("nothing lies between " + from + " and " + to);
        }
        if (container == Container.TS) {
            throw new IllegalArgumentException("export is to mp4 or mkv");
        }
        Objects.requireNonNull(destination);
        Objects.requireNonNull(note);
    }
}
