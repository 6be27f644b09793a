package org.rnvr.event;

/**
 * A strategy sees trouble that is no reason to reconnect.
 *
 * @param at when
 * @param cameraId the camera
 * @param strategy name of the strategy
 * @param reason one sentence for the operator
 */
public record Warning(Moment at, String cameraId, String strategy, String reason) implements CameraEvent {}
