package org.rnvr.monitor.internal.detection;

import java.util.Optional;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.Vitals;

/** Tells from the counts of one track what arrived since it was last read. */
final class MediaReader {

    private final Observation.Track track;
    private final long since;
    private long lastArrival;
    private Vitals.Track last = new Vitals.Track(0, 0, 0, 0, 0, Arrivals.NONE);

    /**
     * Of a track that is watched from a time on: what arrived before, and was held back until then, counts as arriving then.
     */
    MediaReader(Observation.Track track, long sinceNanos) {
        this.track = track;
        since = sinceNanos;
    }

    /**
     * What arrived since the last call; nothing if nothing did.
     *
     * @param time how the monitor's time runs
     * @param nanos now, in the monitor's time
     */
    Optional<MediaArrived> read(Vitals.Track now, WatchedTime time, long nanos) {
        if (now.frames() <= last.frames()) {
            return Optional.empty();
        }
        long frames = now.frames() - last.frames();
        long gap = longestGap(now, frames, time);
        lastArrival = arrival(now.lastArrivalNanos(), time);
        MediaArrived arrived = new MediaArrived(
                nanos,
                track,
                frames,
                now.keyFrames() - last.keyFrames(),
                now.bytes() - last.bytes(),
                lastArrival,
                gap,
                now.lastPresentationNanos());
        last = now;
        return Optional.of(arrived);
    }

    private long arrival(long machineNanos, WatchedTime time) {
        long arrival = time.at(machineNanos);
        return arrival - since < 0 ? since : arrival;
    }

    /** Arrivals that are not known any more came in one burst after a pause, so the time they span counts as a gap. */
    private long longestGap(Vitals.Track now, long frames, WatchedTime time) {
        Arrivals recent = now.recent();
        int fresh = (int) Math.min(frames, recent.count());
        long longest = 0;
        long before = lastArrival;
        boolean known = last.frames() > 0;
        for (int i = recent.count() - fresh; i < recent.count(); i++) {
            long arrival = arrival(recent.nanos(i), time);
            if (known) {
                longest = Math.max(longest, arrival - before);
            }
            before = arrival;
            known = true;
        }
        return longest;
    }
}
