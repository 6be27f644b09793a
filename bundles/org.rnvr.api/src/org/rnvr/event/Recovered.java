package org.rnvr.event;

/**
 * Media resumed on the suspected session.
 *
 * @param at when
 * @param cameraId the camera
 * @param silenceMs how long no media came, in milliseconds
 */
public record Recovered(Moment at, String cameraId, long silenceMs) implements CameraEvent {}
