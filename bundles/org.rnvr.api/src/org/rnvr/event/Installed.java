package org.rnvr.event;

/**
 * A feature was installed.
 *
 * @param at when it was noticed
 * @param feature its id
 * @param to its version
 */
public record Installed(Moment at, String feature, String to) implements RnvrEvent {}
