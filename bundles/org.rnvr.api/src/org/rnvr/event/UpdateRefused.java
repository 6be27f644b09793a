package org.rnvr.event;

/**
 * A change of the installation was refused.
 *
 * @param at when
 * @param feature what was asked for; several are separated by commas
 * @param reason why, for people
 */
public record UpdateRefused(Moment at, String feature, String reason) implements RnvrEvent {}
