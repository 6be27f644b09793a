package org.rnvr.pipeline.gst.internal.playback;

import java.util.Optional;
import org.rnvr.playback.CameraPicture;
import org.rnvr.playback.CameraPicture.Kind;

/** What a player knows of one of its projectors. On the player's lane. */
final class Showing {

    private final Projector projector;
    private long awaited;
    private Kind kind = Kind.LOADING;
    private String text = "";
    private Optional<Long> frame = Optional.empty();
    private Optional<Sight.End> end = Optional.empty();

    Showing(Projector projector) {
        this.projector = projector;
    }

    Projector projector() {
        return projector;
    }

    /**
     * Hands an order on.
     *
     * @param elsewhere whether what is shown now is not what is to be shown
     */
    void order(Order order, boolean elsewhere) {
        awaited = order.number();
        end = Optional.empty();
        if (elsewhere) {
            kind = Kind.LOADING;
            text = "";
        }
        projector.order(order);
    }

    /** Whether it has shown something by its last order. */
    boolean isSettled() {
        return awaited == 0;
    }

    /**
     * Takes note of what is shown.
     *
     * @return whether more has changed than the frame
     */
    boolean see(Sight sight, long order) {
        frame = sight.frame();
        if (sight.order() != order) {
            return false;
        }
        boolean changed = awaited != 0 || kind != sight.kind() || !text.equals(sight.text());
        awaited = 0;
        kind = sight.kind();
        text = sight.text();
        end = sight.end();
        return changed;
    }

    /** When the frame that is seen was filmed, if it is the one of this moment. */
    Optional<Long> presentFrame() {
        return kind == Kind.RECORDED ? frame : Optional.empty();
    }

    Optional<Sight.End> end() {
        return end;
    }

    CameraPicture picture() {
        return new CameraPicture(projector.cameraId(), kind, frame.map(Moments::instant), text);
    }
}
