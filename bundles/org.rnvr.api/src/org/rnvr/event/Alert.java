package org.rnvr.event;

/**
 * The operator should look at the machine.
 *
 * @param at when
 * @param kind what is concerned
 * @param message one sentence for the operator
 */
public record Alert(Moment at, String kind, String message) implements RnvrEvent {}
