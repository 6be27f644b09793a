package org.rnvr.lab.bench;

import java.nio.file.Path;
import java.util.List;

/** A recorder that is running; closing it ends all its processes. */
interface RecorderAtWork extends AutoCloseable {

    /** The numbers of all its processes at present. */
    List<Long> processes();

    /** The files that it has made up to now. */
    List<Path> files();

    @Override
    void close();
}
