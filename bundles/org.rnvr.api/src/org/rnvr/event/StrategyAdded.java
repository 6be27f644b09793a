package org.rnvr.event;

/**
 * A detection strategy came and takes effect.
 *
 * @param at when
 * @param strategy its name
 * @param bundle symbolic name of the bundle that brought it
 * @param version that bundle's version
 */
public record StrategyAdded(Moment at, String strategy, String bundle, String version) implements RnvrEvent {}
