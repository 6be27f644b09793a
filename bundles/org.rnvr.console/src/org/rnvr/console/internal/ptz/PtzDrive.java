package org.rnvr.console.internal.ptz;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.rnvr.control.PtzCamera;

/**
 * Moves a camera as long as something is held, and stops it whatever happens. For one thread.
 * <p>
 * A held movement is asked for again each second, since the camera stops one that nobody asks for. A key counts as held while its
 * presses repeat; when they no longer come, and neither does its release, the camera is stopped all the same.
 */
final class PtzDrive {

    static final int SLOWEST = 1;
    static final int FASTEST = 10;

    /** How long until a held movement is asked for again. */
    static final Duration RENEWAL = Duration.ofSeconds(1);

    private static final int USUAL_SPEED = 5;

    private final LongSupplier nanos;
    private final BiConsumer<Duration, Runnable> later;
    private final Consumer<CompletionStage<Void>> asked;
    private Optional<PtzCamera> camera = Optional.empty();
    private Optional<Held> held = Optional.empty();
    private int speed = USUAL_SPEED;

    /**
     * Moves nothing yet.
     *
     * @param nanos the time
     * @param later runs a task on the same thread after a time
     * @param asked takes what comes of each request
     */
    PtzDrive(LongSupplier nanos, BiConsumer<Duration, Runnable> later, Consumer<CompletionStage<Void>> asked) {
        this.nanos = nanos;
        this.later = later;
        this.asked = asked;
    }

    /** Leaves the former camera, standing, and takes another or none. */
    void take(Optional<PtzCamera> next) {
        letGo();
        camera.ifPresent(PtzCamera::close);
        camera = next;
    }

    boolean hasCamera() {
        return camera.isPresent();
    }

    /** Begins a movement, or tells that it is held yet. The latest movement is the one that counts. */
    void hold(PtzAction action, By by) {
        if (camera.isEmpty()) {
            return;
        }
        if (held.filter(it -> it.action == action && it.by == by).isPresent()) {
            held.get().since = nanos.getAsLong();
            return;
        }
        Held begun = new Held(action, by, nanos.getAsLong());
        held = Optional.of(begun);
        move(begun);
        goOnLater(begun);
    }

    /** Ends a movement, unless another has taken its place. */
    void release(PtzAction action, By by) {
        if (held.filter(it -> it.action == action && it.by == by).isPresent()) {
            letGo();
        }
    }

    /** What is held by this. */
    Optional<PtzAction> held(By by) {
        return held.filter(it -> it.by == by).map(it -> it.action);
    }

    /** Ends whatever movement is held. */
    void letGo() {
        if (held.isPresent()) {
            stop();
        }
    }

    /** Stops the camera, whatever moves it. */
    void stop() {
        held = Optional.empty();
        camera.ifPresent(it -> asked.accept(it.stop()));
    }

    int speed() {
        return speed;
    }

    /** From {@link #SLOWEST} to {@link #FASTEST}; the nearest when it is beyond. */
    void setSpeed(int wanted) {
        int next = Math.max(SLOWEST, Math.min(FASTEST, wanted));
        if (next != speed) {
            speed = next;
            held.ifPresent(this::move);
        }
    }

    private void move(Held what) {
        camera.ifPresent(it -> asked.accept(it.move(what.action.velocity((double) speed / FASTEST))));
    }

    private void goOnLater(Held what) {
        later.accept(RENEWAL, () -> goOn(what));
    }

    private void goOn(Held what) {
        if (held.filter(it -> it == what).isEmpty()) {
            return;
        }
        if (nanos.getAsLong() - what.since >= what.by.longest.toNanos()) {
            stop();
        } else {
            move(what);
            goOnLater(what);
        }
    }

    /** What a movement is held by. */
    enum By {
        KEY(Duration.ofSeconds(4)),
        POINTER(Duration.ofMinutes(1));

        private final Duration longest;

        By(Duration longest) {
            this.longest = longest;
        }
    }

    private static final class Held {

        private final PtzAction action;
        private final By by;
        private long since;

        Held(PtzAction action, By by, long since) {
            this.action = action;
            this.by = by;
            this.since = since;
        }
    }
}
