package org.rnvr.event;

/**
 * A session is being opened.
 *
 * @param at when
 * @param cameraId the camera
 * @param attempt 1 for the first after a start or a loss, then rising
 * @param standby whether it is opened beside a live session
 */
public record Connecting(Moment at, String cameraId, int attempt, boolean standby) implements CameraEvent {}
