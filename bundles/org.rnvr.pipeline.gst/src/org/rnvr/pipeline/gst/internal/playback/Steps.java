package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.util.Optional;

/** Counts frames over the borders of files. */
final class Steps {

    private final Roll roll;

    Steps(Roll roll) {
        this.roll = roll;
    }

    /**
     * When the frame was filmed that is some frames away from the last one that is not after a moment; the first or the
     * last of all if there are not so many. Empty if nothing is recorded.
     */
    Optional<Long> from(long moment, int frames) throws IOException {
        Optional<Strip> here = roll.at(moment);
        long rank = frames;
        if (here.isPresent()) {
            rank += here.get().rankAt(moment);
            if (frames < 0 && !roll.timeline(moment).isRecorded(moment)) {
                // In a gap the last frame before it is the previous one.
                rank++;
            }
        } else {
            here = roll.from(moment);
            // The first frame is the next one.
            rank -= 1;
        }
        return here.isEmpty() ? Optional.empty() : Optional.of(walk(here.get(), rank));
    }

    private long walk(Strip from, long fromRank) throws IOException {
        Strip strip = from;
        long rank = fromRank;
        while (rank < 0) {
            Optional<Strip> before = roll.before(strip);
            if (before.isEmpty()) {
                return strip.first();
            }
            strip = before.get();
            rank += strip.video().frames();
        }
        while (rank >= strip.video().frames()) {
            Strip now = roll.refreshed(strip);
            if (rank < now.video().frames()) {
                strip = now;
                break;
            }
            Optional<Strip> after = roll.after(now);
            if (after.isEmpty()) {
                return now.last();
            }
            rank -= now.video().frames();
            strip = after.get();
        }
        return strip.time(strip.video().shown((int) rank));
    }
}
