package org.rnvr.recorder.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.SegmentNaming;

/**
 * One pipeline that the recorder uses.
 *
 * @param number of the pipeline within this recorder, rising
 * @param pipeline the pipeline
 * @param registration of the recorder as its listener
 * @param reserved a file whose name was given away and that the pipeline has not begun yet
 */
record Attachment(
        long number, CameraPipeline pipeline, Registration registration, AtomicReference<Optional<Path>> reserved) {

    /** The naming, which also remembers what it gave away. */
    SegmentNaming remembering(SegmentNaming naming) {
        return firstFrame -> remember(naming, firstFrame);
    }

    private Path remember(SegmentNaming naming, Instant firstFrame) throws IOException {
        Path file = naming.fileFor(firstFrame);
        reserved.set(Optional.of(file));
        return file;
    }
}
