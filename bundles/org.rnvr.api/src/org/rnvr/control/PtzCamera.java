package org.rnvr.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One camera that can be moved.
 * <p>
 * Every method returns at once and may be called on any thread. The camera gets one request after the other, in the order of
 * the calls, except that a {@link #stop} goes before what still waits and puts an end to waiting movements, and that of
 * movements that wait only the latest is sent. Each request ends within a bounded time.
 * <p>
 * A stage completes when the camera took the request or a later movement took its place, on a thread that must not be made to
 * wait. It completes exceptionally with a {@link ControlException}, perhaps inside a
 * {@link java.util.concurrent.CompletionException}. After the camera refused the credentials it is not asked again, so that it
 * does not lock the account: open it anew to try once more.
 */
@ProviderType
public interface PtzCamera extends AutoCloseable {

    /**
     * How long a movement goes on that nobody asks for again. Ask again in good time to go on longer; when whoever asked is
     * gone, the camera stops.
     */
    Duration LONGEST_MOVE = Duration.ofSeconds(5);

    /** What can be moved. */
    CompletionStage<PtzCapability> capability();

    /** Moves, until {@link #stop}, another movement, or the end of {@link #LONGEST_MOVE}. A velocity of zero stops. */
    CompletionStage<Void> move(PtzVelocity velocity);

    /** Stops every movement. Sent once more when the camera does not answer. */
    CompletionStage<Void> stop();

    /** The positions that the camera remembers, in its order. */
    CompletionStage<List<PtzPreset>> presets();

    /** Goes to a position. */
    CompletionStage<Void> goTo(PtzPreset preset);

    /**
     * Remembers the present position.
     *
     * @param replaced the one whose place it takes; empty for a new one
     * @param name for people, not blank
     */
    CompletionStage<PtzPreset> save(Optional<PtzPreset> replaced, String name);

    /**
     * Stops the camera if it was set moving, and ends. Requests that wait, and later ones, fail with
     * {@link ControlException.Reason#NOT_ASKED}.
     */
    @Override
    void close();
}
