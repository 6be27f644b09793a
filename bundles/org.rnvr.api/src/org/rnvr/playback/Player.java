package org.rnvr.playback;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.View;

/**
 * Plays up to {@link Playback#MOST_CAMERAS} cameras in step: all of them show the same moment of the wall clock. Where a camera
 * has nothing recorded its last picture stays and {@link CameraPicture} says so, while the time goes on.
 * <p>
 * Every method returns at once and may be called on any thread; requests are carried out one after the other in the order of
 * the calls, and what came of them is told by {@link PlayerState}s. After {@link #close()} they do nothing.
 */
@ProviderType
public interface Player {

    /** The slowest speed. */
    double SLOWEST = 0.25;

    /** The fastest speed. */
    double FASTEST = 16;

    /**
     * Registers for the state. The observer is called with the present one, then after each change, and a few times a second
     * while it plays, in order, on a thread of the player, and must return at once; an exception it throws is logged and
     * otherwise ignored.
     */
    Registration observe(Consumer<PlayerState> observer);

    /**
     * Shows a camera in a native window, from the moment the player stands at.
     *
     * @param cameraId the camera, which the configuration need not know any more
     * @param nativeWindow the window's handle (an X11 window id), which must stay valid until {@link View#close()} has completed
     * @throws IllegalStateException if {@link Playback#MOST_CAMERAS} cameras are shown already
     */
    View show(String cameraId, long nativeWindow);

    /**
     * Shows a camera to somebody who draws, from the moment the player stands at: for displays without native windows. It costs
     * more than {@link #show}. Pictures are as those of {@link org.rnvr.pipeline.CameraPipeline#draw}.
     *
     * @param cameraId the camera, which the configuration need not know any more
     * @param painter gets one picture after the other, each on some thread of the player and none any more when
     *     {@link View#close()} has completed; must return soon, for nothing else is done for this camera meanwhile. An
     *     exception it throws is logged and otherwise ignored
     * @throws IllegalStateException if {@link Playback#MOST_CAMERAS} cameras are shown already
     */
    View draw(String cameraId, Consumer<Picture> painter);

    /**
     * Goes to a moment and shows the last frame of each camera that is not after it; within a gap that is the last one before
     * the gap. It plays on if it played, once all cameras have their picture.
     */
    void seek(Instant moment);

    /**
     * Goes to the key frame next to a moment in what holds it, or in a gap to the last one before, as fast as pictures can follow a hand that drags: of requests that come faster
     * than they can be carried out only the latest is. It does not play on; {@link #seek} or {@link #play} ends the dragging.
     */
    void scrub(Instant moment);

    /**
     * Plays.
     *
     * @param rate 1 for the speed of life, {@link #SLOWEST} to {@link #FASTEST}, or the negative of these: backwards, by key
     *     frames. Speeds above 4 may leave out what is not a key frame.
     * @throws IllegalArgumentException if it is another
     */
    void play(double rate);

    /** Stands still on the frame that is shown. */
    void pause();

    /**
     * Stands still and goes to the next or the previous frame of the camera that was shown first; the others follow. Where
     * that camera has none near, as nothing is recorded of it, it goes by the frames of another. A step never goes the other
     * way: if nothing more is recorded in its direction it stays.
     *
     * @param frames how many, negative for backwards
     */
    void step(int frames);

    /**
     * Repeats a range while it plays, forwards or backwards: it plays from the beginning to the end and again, backwards from
     * the end to the beginning. Where it stands outside of the range, or is sent there while it plays, it plays from the
     * beginning (backwards the end). Where what is recorded ends within the range it goes on as at the end of the range; it
     * stands still if nothing of the range is recorded. Standing still it may be anywhere.
     *
     * @param range the range; empty to repeat none
     */
    void repeat(Optional<Range> range);

    /**
     * Closes all views and ends.
     *
     * @return completed, never exceptionally, when no window is used any more
     */
    CompletionStage<Void> close();

    /**
     * A range of time.
     *
     * @param from its beginning
     * @param to its end, after it
     */
    record Range(Instant from, Instant to) {
        public Range {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("nothing lies between " + from + " and " + to);
            }
        }
    }
}
