package org.rnvr.event;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file is finished.
 *
 * @param at when
 * @param cameraId the camera
 * @param file the file
 * @param start arrival of its first frame
 * @param end arrival of its last frame
 * @param bytes its size
 * @param frames its number of video frames
 * @param cause why it ended, in the words of {@code org.rnvr.pipeline.SegmentEnd} in lower case
 */
public record SegmentClosed(
        Moment at, String cameraId, Path file, Instant start, Instant end, long bytes, long frames, String cause)
        implements CameraEvent {}
