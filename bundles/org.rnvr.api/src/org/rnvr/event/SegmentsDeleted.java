package org.rnvr.event;

import java.time.Instant;

/**
 * Recorded files were deleted by the settings.
 *
 * @param at when
 * @param segments how many
 * @param bytes their size
 * @param oldest start of the first of them
 * @param newest end of the last of them
 * @param reason why: {@code age}, {@code space} or, where nothing else was left to give room, {@code space_bookmarked}
 */
public record SegmentsDeleted(Moment at, int segments, long bytes, Instant oldest, Instant newest, String reason)
        implements RnvrEvent {}
