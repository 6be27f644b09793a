package org.rnvr.pipeline.gst.internal.playback;

import java.util.Optional;
import org.rnvr.playback.CameraPicture;

/**
 * What a projector shows: of an order to stand or glance once, when it was carried out as far as that is possible.
 *
 * @param order the number of the order it carries out
 * @param kind what is shown
 * @param frame when the frame that is seen was filmed, in nanoseconds since the epoch; empty before the first one
 * @param text one sentence for the operator, or nothing
 * @param end where all that is recorded ends in the direction in which it runs, if it has come there
 */
record Sight(long order, CameraPicture.Kind kind, Optional<Long> frame, String text, Optional<End> end) {

    /**
     * An end of what is recorded.
     *
     * @param frame the last frame before it; empty if nothing is recorded
     */
    record End(Optional<Long> frame) {}
}
