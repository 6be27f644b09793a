package org.rnvr.console.internal.playback.model;

import java.time.Instant;

/**
 * A time that should have been recorded and was not.
 *
 * @param from last frame before
 * @param to first frame after
 * @param cause the catalog's word for why
 */
public record Hole(Instant from, Instant to, String cause) implements Span {}
