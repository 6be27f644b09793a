package org.rnvr.recorder.internal.catalog;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Names of files relative to the recording folder, with slashes: the volume may be mounted elsewhere another day.
 *
 * @param folder the recording folder, absolute
 */
record RelativeFiles(Path folder) {

    /** Name in the catalog; empty for a file that is not in the folder. */
    Optional<String> name(Path file) {
        if (!file.startsWith(folder) || file.equals(folder)) {
            return Optional.empty();
        }
        return Optional.of(folder.relativize(file).toString().replace('\\', '/'));
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
