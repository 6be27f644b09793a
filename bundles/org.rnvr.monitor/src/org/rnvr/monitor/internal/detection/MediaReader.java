package org.rnvr.monitor.internal.detection;

import java.util.Optional;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.pipeline.Vitals;

/** Tells from the counts of one track what arrived since it was last read. */
final class MediaReader {

    private final Observation.Track track;
    private Vitals.Track last = new Vitals.Track(0, 0, 0, 0);

    MediaReader(Observation.Track track) {
        this.track = track;
    }

    /** What arrived since the last call; nothing if nothing did. */
    Optional<MediaArrived> read(Vitals.Track now, long nanos) {
        if (now.frames() <= last.frames()) {
            return Optional.empty();
        }
        MediaArrived arrived = new MediaArrived(
                nanos,
                track,
                now.frames() - last.frames(),
                now.keyFrames() - last.keyFrames(),
                now.bytes() - last.bytes(),
                now.lastArrivalNanos());
        last = now;
        return Optional.of(arrived);
    }
}
