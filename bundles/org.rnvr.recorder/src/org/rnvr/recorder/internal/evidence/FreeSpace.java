package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how much still fits on a volume. */
@FunctionalInterface
public interface FreeSpace {

    /** As the operating system says. */
    FreeSpace OF_VOLUME = folder -> Files.getFileStore(folder).getUsableSpace();

    /**
     * Bytes that this user may still write.
     *
     * @param folder a folder of the volume
     */
    long bytes(Path folder) throws IOException;
}
