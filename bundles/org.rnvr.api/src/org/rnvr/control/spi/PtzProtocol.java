package org.rnvr.control.spi;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;
import org.rnvr.control.PtzCapability;
import org.rnvr.control.PtzPreset;
import org.rnvr.control.PtzVelocity;

/**
 * The requests of a protocol to one camera. {@link OrderedPtzCamera} makes them one after the other, never two at once. Each
 * returns at once; its stage completes within a bounded time, exceptionally with a {@link org.rnvr.control.ControlException}.
 */
@ConsumerType
public interface PtzProtocol {

    /** What can be moved. */
    CompletionStage<PtzCapability> capability();

    /** Sets the camera moving; never with a velocity of zero. */
    CompletionStage<Void> move(PtzVelocity velocity);

    /** Stops every movement. */
    CompletionStage<Void> stop();

    /** The positions that the camera remembers. */
    CompletionStage<List<PtzPreset>> presets();

    /** Goes to a position. */
    CompletionStage<Void> goTo(PtzPreset preset);

    /** Remembers the present position. */
    CompletionStage<PtzPreset> save(Optional<PtzPreset> replaced, String name);
}
