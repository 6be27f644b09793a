package org.rnvr.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/** Says where the next recording file goes. */
@ConsumerType
@FunctionalInterface
public interface SegmentNaming {

    /**
     * The file for a segment, in a folder that exists. Each call gives another file, which is empty (made by this call, so
     * that nobody else takes the name) or does not exist yet; the pipeline writes it from its beginning. Called on a thread
     * of the pipeline that may wait for the disk.
     *
     * @param firstFrame arrival of the segment's first frame
     * @throws IOException if the folder cannot be made or read; the message says which and why
     */
    Path fileFor(Instant firstFrame) throws IOException;
}
