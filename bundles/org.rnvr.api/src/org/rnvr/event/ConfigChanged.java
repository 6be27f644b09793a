package org.rnvr.event;

/**
 * A setting changed and is in force.
 *
 * @param at when
 * @param path the JSON path of the setting
 * @param message what changed, without secrets
 */
public record ConfigChanged(Moment at, String path, String message) implements RnvrEvent {}
