package org.rnvr.event;

import java.time.Instant;

/**
 * A time in which the camera should have been recorded and was not.
 *
 * @param at when
 * @param cameraId the camera
 * @param from last frame before
 * @param to first frame after
 * @param cause why
 */
public record Gap(Moment at, String cameraId, Instant from, Instant to, String cause) implements CameraEvent {}
