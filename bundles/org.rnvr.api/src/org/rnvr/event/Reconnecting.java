package org.rnvr.event;

/**
 * A further attempt to reach the camera is due.
 *
 * @param at when
 * @param cameraId the camera
 * @param attempt number of the coming attempt since the loss or the start
 * @param nextMs wait before it in milliseconds
 */
public record Reconnecting(Moment at, String cameraId, int attempt, long nextMs) implements CameraEvent {}
