package org.rnvr.event;

/**
 * A feature was removed.
 *
 * @param at when it was noticed
 * @param feature its id
 * @param from its version
 */
public record Removed(Moment at, String feature, String from) implements RnvrEvent {}
