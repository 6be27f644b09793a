package org.rnvr.recorder.internal.catalog;

import java.io.IOException;

/** A file can be read, but holds nothing that can be played. */
final class UnreadableFileException extends IOException {
    UnreadableFileException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
