package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.util.Optional;

/** Shows the key frame next to a moment. */
record Glancing(Order.Glance order, Roll roll, KeyFrames keys) implements Performance {

    @Override
    public Progress next() throws IOException {
        long moment = order.moment();
        Optional<Strip> strip = roll.at(moment);
        if (strip.isEmpty() && roll.failureAt(moment).isEmpty()) {
            // Before all that is recorded its first frame is the nearest.
            strip = roll.from(moment);
        }
        if (strip.isPresent()) {
            keys.show(strip.get(), strip.get().keyNear(moment));
        }
        return Progress.done(moment);
    }
}
