package org.rnvr.event;

/**
 * The recorder has started.
 *
 * @param at when
 * @param version the product's version
 */
public record Started(Moment at, String version) implements RnvrEvent {}
