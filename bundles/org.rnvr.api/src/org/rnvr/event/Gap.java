package org.rnvr.event;

import java.time.Instant;

/**
 * A time in which the camera should have been recorded and was not.
 *
 * @param at when
 * @param cameraId the camera
 * @param from last frame before
 * @param to first frame after
 * @param cause why: {@code loss} of the camera, {@code storage}, {@code restart} (the camera was set up anew), or a
 *     further word in lower case
 */
public record Gap(Moment at, String cameraId, Instant from, Instant to, String cause) implements CameraEvent {}
