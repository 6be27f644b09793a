package org.rnvr.event;

import java.nio.file.Path;

/**
 * A camera is no longer being recorded.
 *
 * @param at when
 * @param cameraId the camera
 * @param file the last file
 * @param reason why: {@code stop}, {@code operator}, {@code loss} or {@code storage}
 */
public record RecordingStopped(Moment at, String cameraId, Path file, String reason) implements CameraEvent {}
