package org.rnvr.console.internal.playback.model;

import java.time.Instant;

/**
 * Something the journal says of a camera.
 *
 * @param cameraId the camera
 * @param at when
 * @param event the journal's word for what
 * @param reason one sentence; may be empty
 */
public record EventMark(String cameraId, Instant at, String event, String reason) {}
