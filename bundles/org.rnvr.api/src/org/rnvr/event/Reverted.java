package org.rnvr.event;

/**
 * The former installation was brought back by hand.
 *
 * @param at when it was noticed
 * @param from the version of RNVR that was left
 * @param to the version of RNVR that was brought back
 */
public record Reverted(Moment at, String from, String to) implements RnvrEvent {}
