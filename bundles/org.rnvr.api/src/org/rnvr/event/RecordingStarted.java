package org.rnvr.event;

import java.nio.file.Path;

/**
 * A first file was opened for a camera that was not being recorded.
 *
 * @param at when
 * @param cameraId the camera
 * @param file the file
 * @param reason why: {@code start}, {@code schedule}, {@code operator}, {@code reconnection} (media are back) or {@code storage} (the disk takes
 *     it again)
 */
public record RecordingStarted(Moment at, String cameraId, Path file, String reason) implements CameraEvent {}
