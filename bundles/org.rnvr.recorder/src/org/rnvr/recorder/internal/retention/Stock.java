package org.rnvr.recorder.internal.retention;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.rnvr.recording.Segment;

/** The finished segments of the recording volume, as the catalog knows them. Waits for the disk. */
public interface Stock {

    /**
     * Those with the earliest footage first; none that is being written.
     *
     * @param limit how many at most
     * @param endedBefore only what ended before
     * @param bookmarkedToo whether those with a bookmark count
     */
    List<Segment> oldest(int limit, Instant endedBefore, boolean bookmarkedToo) throws IOException;

    /** Files of these are about to be deleted: that they are not there is no surprise to anyone. */
    default void deleting(List<Segment> segments) {}

    /** The file of one could not be deleted after all. */
    default void kept(Segment segment) {}

    /** Forgets one whose file is gone, soon. */
    void forget(Segment segment) throws IOException;
}
