package org.rnvr.recorder.internal.retention;

import java.util.List;
import java.util.Objects;
import org.rnvr.recording.Segment;

/**
 * What is to be deleted in one go.
 *
 * @param reason why all of them go
 * @param segments oldest first, at least one
 */
record Batch(Reason reason, List<Segment> segments) {
    Batch {
        Objects.requireNonNull(reason);
        segments = List.copyOf(segments);
    }
}
