package org.rnvr.event;

/**
 * A detection strategy went or was cut off.
 *
 * @param at when
 * @param strategy its name
 * @param bundle symbolic name of the bundle that brought it
 * @param version that bundle's version
 */
public record StrategyRemoved(Moment at, String strategy, String bundle, String version) implements RnvrEvent {}
