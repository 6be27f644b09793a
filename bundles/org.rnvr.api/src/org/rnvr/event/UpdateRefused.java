package org.rnvr.event;

/**
 * A change of the installation, or a jar that was dropped in, was refused.
 *
 * @param at when
 * @param feature what was asked for; several are separated by commas; the file name of a jar or of the folder
 * @param reason why, for people
 */
public record UpdateRefused(Moment at, String feature, String reason) implements RnvrEvent {}
