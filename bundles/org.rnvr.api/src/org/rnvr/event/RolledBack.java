package org.rnvr.event;

/**
 * The former installation was brought back by itself, as the new one did not work.
 *
 * @param at when it was noticed
 * @param from the version of RNVR that did not work
 * @param to the version of RNVR that was brought back
 * @param reason what did not work
 */
public record RolledBack(Moment at, String from, String to, String reason) implements RnvrEvent {}
