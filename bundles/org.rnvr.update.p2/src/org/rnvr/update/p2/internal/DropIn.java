package org.rnvr.update.p2.internal;

import java.nio.file.Path;

/**
 * A bundle in a jar that somebody dropped in.
 *
 * @param file the jar
 * @param mark by what it is seen that the file was changed
 * @param bundle what it is
 */
record DropIn(Path file, FileMark mark, NewBundle bundle) {

    String name() {
        return bundle.id().name();
    }

    String version() {
        return bundle.id().version();
    }
}
