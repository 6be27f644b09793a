package org.rnvr.event;

/**
 * After a suspicion or a loss, another session feeds recording and views.
 *
 * @param at when
 * @param cameraId the camera
 * @param session number of the new session
 * @param outageMs from the last frame before to the first key frame after, in milliseconds
 */
public record Reconnected(Moment at, String cameraId, long session, long outageMs) implements CameraEvent {}
