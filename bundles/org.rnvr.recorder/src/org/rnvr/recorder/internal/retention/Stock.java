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

    /** Forgets one whose file is gone, soon. */
    void forget(Segment segment) throws IOException;
}
