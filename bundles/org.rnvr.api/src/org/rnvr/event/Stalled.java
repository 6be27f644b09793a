package org.rnvr.event;

/**
 * The camera answers but sends no media: its encoder hangs, or its session. Media that resume are told by
 * {@link Recovered}, a new session by {@link Reconnected}.
 *
 * @param at when
 * @param cameraId the camera
 * @param strategy name of the strategy that noticed
 * @param silenceMs time since the last media in milliseconds
 * @param reason one sentence for the operator
 */
public record Stalled(Moment at, String cameraId, String strategy, long silenceMs, String reason)
        implements CameraEvent {}
