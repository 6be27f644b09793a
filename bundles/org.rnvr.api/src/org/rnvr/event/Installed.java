package org.rnvr.event;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A feature, or a bundle that was dropped in, was installed.
 *
 * @param at when it was noticed
 * @param feature its id; the symbolic name of a bundle
 * @param to its version
 * @param file the jar in a drop-in folder; empty for a feature
 */
public record Installed(Moment at, String feature, String to, Optional<Path> file) implements RnvrEvent {}
