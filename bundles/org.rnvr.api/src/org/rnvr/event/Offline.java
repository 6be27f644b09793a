package org.rnvr.event;

/**
 * The camera could not be reached in the configured number of attempts. RNVR goes on trying at a slow pace.
 *
 * @param at when
 * @param cameraId the camera
 * @param attempts how many failed
 */
public record Offline(Moment at, String cameraId, int attempts) implements CameraEvent {}
