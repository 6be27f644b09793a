package org.rnvr.event;

/**
 * The camera is gone: nothing answers there any more. Its session is kept until another replaces it or it was silent for
 * too long; should media resume on it before that, {@link Recovered} follows.
 *
 * @param at when
 * @param cameraId the camera
 * @param strategy name of the strategy that noticed; {@code pipeline} when the session itself ended or failed
 * @param silenceMs time since the last media in milliseconds
 * @param reason one sentence for the operator
 */
public record Lost(Moment at, String cameraId, String strategy, long silenceMs, String reason) implements CameraEvent {}
