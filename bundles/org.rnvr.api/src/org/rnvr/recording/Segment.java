package org.rnvr.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One recorded file.
 *
 * @param id its number in the catalog
 * @param cameraId the camera
 * @param file the file, absolute
 * @param start arrival of its first frame, by this machine's wall clock
 * @param end arrival of its last video frame so far
 * @param monotonic the same span by the clock that no change of time moves; empty if it is known from its file alone
 * @param cameraStart what the camera's own clock said of the first frame (RTCP sender reports, RFC 3550 section 6.4.1)
 * @param codec {@code h264} or {@code h265}
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param bytes size of the file
 * @param frames number of video frames
 * @param cause why it ended; empty while it is being written
 * @param sha256 of the whole file, 64 lower-case hexadecimal digits; empty until it was computed
 */
public record Segment(
        long id,
        String cameraId,
        Path file,
        Instant start,
        Instant end,
        Optional<MonotonicSpan> monotonic,
        Optional<Instant> cameraStart,
        String codec,
        int width,
        int height,
        long bytes,
        long frames,
        Optional<EndCause> cause,
        Optional<String> sha256) {
    public Segment {
        Objects.requireNonNull(cameraId);
        Objects.requireNonNull(file);
        Objects.requireNonNull(start);
        Objects.requireNonNull(end);
        Objects.requireNonNull(monotonic);
        Objects.requireNonNull(cameraStart);
        Objects.requireNonNull(codec);
        Objects.requireNonNull(cause);
        Objects.requireNonNull(sha256);
    }

    /** Whether it is being written. */
    public boolean isOpen() {
        return cause.isEmpty();
    }
}
