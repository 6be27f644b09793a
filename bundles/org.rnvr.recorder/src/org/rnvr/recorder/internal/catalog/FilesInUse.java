package org.rnvr.recorder.internal.catalog;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that the recorder is busy with, from before they are made until the catalog knows how they ended. A check leaves them
 * alone. Any thread.
 */
public final class FilesInUse {

    private final Set<Path> files = ConcurrentHashMap.newKeySet();

    /** Begins to be busy with a file. */
    public void add(Path file) {
        files.add(file);
    }

    /** Is done with a file. */
    public void remove(Path file) {
        files.remove(file);
    }

    /** Whether the recorder is busy with a file. */
    public boolean contains(Path file) {
        return files.contains(file);
    }
}
