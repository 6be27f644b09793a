package org.rnvr.event;

/**
 * Something in the configuration is wrong.
 *
 * @param at when
 * @param path the JSON path, or the file
 * @param message what was found and what is allowed, without secrets
 */
public record ConfigProblem(Moment at, String path, String message) implements RnvrEvent {}
