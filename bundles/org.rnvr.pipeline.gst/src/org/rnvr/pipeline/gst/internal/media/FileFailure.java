package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says which file failed and why. */
final class FileFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private FileFailure(String message, IOException cause) {
        super(message, cause);
    }

    static FileFailure of(Path file, IOException cause) {
        if (cause instanceof FileFailure told) {
            return told;
        }
        String reason = cause instanceof NoSuchFileException ? "it does not exist" : cause.getMessage();
        return new FileFailure(file + ": " + reason, cause);
    }
}
