package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that somebody named to put files into. */
final class Destination {

    private final Path folder;

    private Destination(Path folder) {
        this.folder = folder;
    }

    /**
     * An existing folder that may be written.
     *
     * @param purpose what it is for, as in "the backup destination"
     * @throws IOException if it is none; a missing one is not made, as it may be the place of a volume that is away
     */
    static Destination of(Path folder, String purpose) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(purpose + " " + folder + (Files.exists(folder) ? " is no folder" : " is not there")
                    + "; it must be an existing folder");
        }
        Path real = folder.toRealPath();
        if (!Files.isWritable(real)) {
            throw new IOException(
                    purpose + " " + folder + " cannot be written; it must be a folder that RNVR may write to");
        }
        return new Destination(real);
    }

    /** Without symbolic links. */
    Path folder() {
        return folder;
    }

    /**
     * Refuses the recording folder, and what is in it: copies there would be taken for recordings, and deleted with them.
     *
     * @throws IOException if it is there
     */
    void requireOutside(Path recordings) throws IOException {
        Path real = Files.exists(recordings) ? recordings.toRealPath() : recordings;
        if (folder.startsWith(real)) {
            throw new IOException(folder + " lies in the recording folder " + real + "; choose a folder outside of it");
        }
    }
}
