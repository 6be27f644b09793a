package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.util.Optional;
import org.rnvr.pipeline.gst.internal.media.DecodedFrame;

/** Shows the last frame that is not after a moment. */
final class Standing implements Performance {

    private final Order.Stand order;
    private final Roll roll;
    private final Reel reel;
    private final Picture picture;
    private Optional<DecodedFrame> candidate = Optional.empty();
    private boolean aimed;

    Standing(Order.Stand order, Roll roll, Reel reel, Picture picture) {
        this.order = order;
        this.roll = roll;
        this.reel = reel;
        this.picture = picture;
    }

    @Override
    public Progress next() throws IOException {
        Optional<Strip> strip = roll.at(order.moment());
        if (strip.isEmpty()) {
            return Progress.done(order.moment());
        }
        int rank = strip.get().rankAt(order.moment());
        long time = strip.get().time(strip.get().video().shown(rank));
        if (picture.shows(time) && (!order.ready() || reel.isAfter(time))) {
            return Progress.done(order.moment());
        }
        if (!aimed) {
            reel.aim(strip.get(), rank, !picture.shows(time));
            aimed = true;
        }
        Optional<DecodedFrame> next = reel.peek();
        if (next.isPresent() && next.get().time() <= time) {
            close();
            candidate = reel.next();
            if (next.get().time() < time) {
                return Progress.underWay();
            }
        }
        if (candidate.isEmpty()) {
            // The frame itself cannot be decoded: what comes after it is better than nothing.
            candidate = reel.next();
        }
        if (candidate.isPresent()) {
            DecodedFrame frame = candidate.get();
            candidate = Optional.empty();
            picture.show(frame);
        }
        return Progress.done(order.moment());
    }

    @Override
    public void close() {
        candidate.ifPresent(DecodedFrame::close);
        candidate = Optional.empty();
    }
}
