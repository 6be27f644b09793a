package org.rnvr.event;

/**
 * There is a newer version of a feature.
 *
 * @param at when it was noticed
 * @param feature its id
 * @param from the version installed
 * @param to the version there is
 */
public record UpdateAvailable(Moment at, String feature, String from, String to) implements RnvrEvent {}
