package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.util.List;
import org.rnvr.recording.Segment;

/** What deleting needs of the catalog beside {@link org.rnvr.recording.RecordingCatalog}. */
@FunctionalInterface
public interface SegmentRemoval {

    /** Files of these are about to be deleted: that they are not there is no surprise to anyone. */
    default void deleting(List<Segment> segments) {}

    /** The file of one was not deleted after all. */
    default void kept(Segment segment) {}

    /**
     * Forgets segments whose files are gone, at once or in a little while.
     *
     * @throws IOException if the catalog cannot be written; the message is for the operator
     */
    void remove(List<Segment> segments) throws IOException;
}
