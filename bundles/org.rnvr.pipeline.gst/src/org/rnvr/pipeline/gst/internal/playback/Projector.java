package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.rnvr.pipeline.gst.internal.TimedExecutor;
import org.rnvr.playback.CameraPicture.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the recordings of one camera in one window, on a lane of its own: what waits for a disk or a decoder keeps nobody
 * else waiting. Of the orders it gets only the latest counts; it looks for a new one before each frame that it decodes.
 */
final class Projector {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    private static final Duration TRY_AGAIN = Duration.ofMillis(500);

    private final String cameraId;
    private final Roll roll;
    private final Reel reel;
    private final Picture picture;
    private final TimedExecutor lane;
    private final Executor helper;
    private final LongSupplier nanoTime;
    private final Consumer<Sight> listener;
    private final AtomicReference<Optional<Order>> wanted = new AtomicReference<>(Optional.empty());
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Optional<Order> current = Optional.empty();
    private Optional<Performance> performance = Optional.empty();
    private Optional<Future<?>> later = Optional.empty();
    private boolean satisfied;
    private boolean closing;

    /**
     * Shows nothing yet.
     *
     * @param lane its own, ended by {@link #close}
     * @param helper takes what may be done beside
     * @param nanoTime a monotonic clock
     * @param listener hears what is shown, on the lane
     */
    Projector(
            String cameraId,
            Equipment equipment,
            Roll roll,
            TimedExecutor lane,
            Executor helper,
            LongSupplier nanoTime,
            Consumer<Sight> listener) {
        this.cameraId = cameraId;
        this.roll = roll;
        this.reel = new Reel(roll, equipment);
        this.picture = new Picture(equipment, nanoTime);
        this.lane = lane;
        this.helper = helper;
        this.nanoTime = nanoTime;
        this.listener = listener;
    }

    String cameraId() {
        return cameraId;
    }

    /** Gives an order, in place of those before. Any thread. */
    void order(Order order) {
        wanted.set(Optional.of(order));
        lane.execute(this::look);
    }

    /** What the catalog says has changed. A picture that stands stays as it is. Any thread. */
    void expire() {
        roll.expire();
        lane.execute(() -> {
            if (!satisfied) {
                look();
            }
        });
    }

    /**
     * Finds the frame that is some frames away from the last one that is not after a moment. Any thread.
     *
     * @return when it was filmed; empty if there is none; never if this is closed before
     */
    CompletableFuture<Optional<Long>> find(long moment, int frames) {
        CompletableFuture<Optional<Long>> found = new CompletableFuture<>();
        lane.execute(() -> {
            try {
                found.complete(new Steps(roll).from(moment, frames));
            } catch (IOException e) {
                LOG.debug("A frame of {} cannot be found", cameraId, e);
                found.complete(Optional.empty());
            }
        });
        return found;
    }

    /** Draws again what is shown, in a window that may have another size. Any thread. */
    void redraw() {
        lane.execute(() -> {
            try {
                picture.redraw();
            } catch (IOException e) {
                LOG.debug("The picture of {} is not drawn again", cameraId, e);
            }
        });
    }

    /** Leaves the window and ends; completed when that is done. Any thread. */
    CompletableFuture<Void> close() {
        lane.execute(() -> {
            if (!closing) {
                closing = true;
                later.ifPresent(step -> step.cancel(false));
                performance.ifPresent(Performance::close);
                reel.close();
                picture.close();
                lane.end();
                closed.complete(null);
            }
        });
        return closed;
    }

    private void look() {
        later.ifPresent(step -> step.cancel(false));
        later = Optional.empty();
        if (closing || wanted.get().isEmpty()) {
            return;
        }
        Order order = wanted.get().orElseThrow();
        if (current.isEmpty() || current.get().number() != order.number()) {
            current = Optional.of(order);
            satisfied = false;
            begin(order);
        }
        Optional<Duration> pause;
        try {
            Progress progress = performance.orElseThrow().next();
            if (progress.seen().isPresent()) {
                tell(order, progress.seen().get());
            }
            pause = progress.pause();
        } catch (IOException e) {
            LOG.debug("Nothing is shown of {}", cameraId, e);
            tell(order, Kind.FAILED, e.getMessage(), Optional.empty());
            begin(order);
            pause = Optional.of(TRY_AGAIN);
        }
        later = pause.map(wait -> lane.schedule(wait, this::look));
    }

    private void begin(Order order) {
        performance.ifPresent(Performance::close);
        performance = Optional.of(performance(order.task()));
    }

    private Performance performance(Order.Task task) {
        KeyFrames keys = new KeyFrames(reel, picture);
        if (task instanceof Order.Run run) {
            return run.keysOnly()
                    ? new PlayingKeys(run.motion(), roll, keys, nanoTime)
                    : new Playing(run.motion(), roll, reel, picture, helper, nanoTime);
        }
        return task instanceof Order.Glance glance
                ? new Glancing(glance, roll, keys)
                : new Standing((Order.Stand) task, roll, reel, picture);
    }

    private void tell(Order order, Progress.Seen seen) throws IOException {
        long moment = seen.moment();
        Optional<String> failure = roll.failureAt(moment);
        if (failure.isPresent()) {
            tell(order, Kind.FAILED, failure.get(), seen.end());
        } else if (!roll.timeline(moment).isRecorded(moment) || roll.at(moment).isEmpty()) {
            tell(order, Kind.NOT_RECORDED, roll.gapText(moment), seen.end());
        } else {
            boolean isThere = !seen.isLate() && picture.time().isPresent();
            tell(order, isThere ? Kind.RECORDED : Kind.LOADING, "", seen.end());
        }
    }

    private void tell(Order order, Kind kind, String text, Optional<Sight.End> end) {
        satisfied = kind == Kind.RECORDED && !(order.task() instanceof Order.Run);
        listener.accept(new Sight(order.number(), kind, picture.time(), text, end));
    }
}
