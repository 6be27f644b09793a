package org.rnvr.event;

/**
 * The recorder is about to end; the last event of a run that ended as asked.
 *
 * @param at when
 * @param version the product's version
 */
public record Stopped(Moment at, String version) implements RnvrEvent {}
