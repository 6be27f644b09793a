package org.rnvr.event;

/**
 * A feature was replaced by another version of it.
 *
 * @param at when it was noticed
 * @param feature its id
 * @param from the version before
 * @param to the version now
 */
public record Updated(Moment at, String feature, String from, String to) implements RnvrEvent {}
