package org.rnvr.event;

/**
 * After a loss, media feed recording and views again.
 *
 * @param at when
 * @param cameraId the camera
 * @param session number of the new session
 * @param outageMs from the last frame before to the first key frame after, in milliseconds
 */
public record Reconnected(Moment at, String cameraId, long session, long outageMs) implements CameraEvent {}
