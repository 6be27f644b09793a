package org.rnvr.event;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A feature, or a bundle that was dropped in, was replaced by another version of it.
 *
 * @param at when it was noticed
 * @param feature its id; the symbolic name of a bundle
 * @param from the version before
 * @param to the version now
 * @param file the jar in a drop-in folder; empty for a feature
 */
public record Updated(Moment at, String feature, String from, String to, Optional<Path> file) implements RnvrEvent {}
