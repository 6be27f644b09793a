package org.rnvr.event;

import java.nio.file.Path;

/**
 * The state of a recording volume changed.
 *
 * @param at when
 * @param state {@code ok}, {@code low}, {@code full}, {@code missing}, {@code read_only}, {@code denied} or {@code error}
 * @param path the recording folder
 * @param freeBytes free space in bytes, 0 when unknown
 */
public record Storage(Moment at, String state, Path path, long freeBytes) implements RnvrEvent {}
