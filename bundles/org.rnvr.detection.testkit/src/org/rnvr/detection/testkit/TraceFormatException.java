package org.rnvr.detection.testkit;

import java.io.IOException;
import java.nio.file.Path;

/** A file is no trace, or not one that this version can read. The message names file, line and what is allowed there. */
public final class TraceFormatException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * Of a line.
     *
     * @param file the file
     * @param line number of the line, 1 for the first
     * @param problem what is wrong and what is allowed
     */
    public TraceFormatException(Path file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
