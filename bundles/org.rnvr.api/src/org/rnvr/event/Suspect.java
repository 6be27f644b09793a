package org.rnvr.event;

/**
 * A strategy suspects that the camera is gone.
 *
 * @param at when
 * @param cameraId the camera
 * @param strategy name of the strategy
 * @param silenceMs time since the last media in milliseconds
 * @param level the strategy's level of suspicion
 * @param reason one sentence for the operator
 */
public record Suspect(Moment at, String cameraId, String strategy, long silenceMs, double level, String reason)
        implements CameraEvent {}
