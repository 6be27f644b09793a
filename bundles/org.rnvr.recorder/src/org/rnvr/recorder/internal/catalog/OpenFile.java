package org.rnvr.recorder.internal.catalog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A file that is being written: what must be known of it should the recorder go down before it is finished.
 *
 * @param cameraId the camera
 * @param file the file, absolute
 * @param start arrival of its first frame, by the wall clock
 * @param boot identity of the machine's boot, as of {@link Boot#identity()}
 * @param startNanos reading of {@link System#nanoTime()} at the start
 * @param session the session that feeds it
 * @param codec {@code h264} or {@code h265}
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
public record OpenFile(
        String cameraId,
        Path file,
        Instant start,
        String boot,
        long startNanos,
        long session,
        String codec,
        int width,
        int height) {
    public OpenFile {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(file);
        Objects.requireNonNull(start);
        Objects.requireNonNull(boot);
        Objects.requireNonNull(codec);
    }
}
