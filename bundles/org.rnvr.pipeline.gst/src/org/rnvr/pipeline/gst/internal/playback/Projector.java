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
import org.rnvr.pipeline.gst.internal.media.DecodedFrame;
import org.rnvr.pipeline.gst.internal.media.Screen;
import org.rnvr.playback.CameraPicture.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the recordings of one camera in one window, on a lane of its own: what waits for a disk or a decoder keeps nobody
 * else waiting. Of the orders it gets only the latest counts; it looks for a new one before each frame that it decodes.
 */
final class Projector {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final Duration LOOK_AROUND = Duration.ofMillis(200);
    private static final Duration BETWEEN_KEYS = Duration.ofMillis(15);
    private static final Duration TRY_AGAIN = Duration.ofMillis(500);
    private static final int MOST_AHEAD = 3;
    private static final long LATE = 60 * NANOS_PER_MILLI;
    private static final long TOO_LATE = 500 * NANOS_PER_MILLI;
    private static final long LONGEST_WITHOUT_PICTURE = 150 * NANOS_PER_MILLI;
    private static final long PREPARED_BEFORE_THE_END = 5_000 * NANOS_PER_MILLI;

    private final String cameraId;
    private final Equipment equipment;
    private final Roll roll;
    private final Reel reel;
    private final TimedExecutor lane;
    private final Executor helper;
    private final LongSupplier nanoTime;
    private final Consumer<Sight> listener;
    private final AtomicReference<Optional<Order>> wanted = new AtomicReference<>(Optional.empty());
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Optional<Order> current = Optional.empty();
    private Optional<Screen> screen = Optional.empty();
    private Optional<DecodedFrame> shown = Optional.empty();
    private Optional<DecodedFrame> candidate = Optional.empty();
    private Optional<Future<?>> later = Optional.empty();
    private Optional<Strip> prepared = Optional.empty();
    private boolean aimed;
    private boolean satisfied;
    private boolean closing;
    private long drawn;

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
        this.equipment = equipment;
        this.roll = roll;
        this.reel = new Reel(roll, equipment);
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
            if (screen.isPresent() && shown.isPresent()) {
                try {
                    screen.get().measure();
                    screen.get().draw(shown.get());
                } catch (IOException e) {
                    LOG.debug("The picture of {} is not drawn again", cameraId, e);
                }
            }
        });
    }

    /** Leaves the window and ends; completed when that is done. Any thread. */
    CompletableFuture<Void> close() {
        lane.execute(() -> {
            if (!closing) {
                closing = true;
                later.ifPresent(step -> step.cancel(false));
                reel.close();
                candidate.ifPresent(DecodedFrame::close);
                shown.ifPresent(DecodedFrame::close);
                screen.ifPresent(Screen::close);
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
            aimed = false;
            satisfied = false;
            forgetCandidate();
        }
        Optional<Duration> pause;
        try {
            pause = carryOut(order);
        } catch (IOException e) {
            LOG.debug("Nothing is shown of {}", cameraId, e);
            tell(order, Kind.FAILED, e.getMessage(), Optional.empty());
            aimed = false;
            pause = Optional.of(TRY_AGAIN);
        }
        pause.ifPresent(this::lookAgain);
    }

    private void lookAgain(Duration pause) {
        if (pause.isZero()) {
            lane.execute(this::look);
        } else {
            later = Optional.of(lane.schedule(pause, this::look));
        }
    }

    /** Does the next little part of an order, and returns when to go on; empty if all is done. */
    private Optional<Duration> carryOut(Order order) throws IOException {
        if (order.task() instanceof Order.Run run) {
            return Optional.of(run.keysOnly() ? runKeys(order, run.motion()) : runAll(order, run.motion()));
        }
        if (order.task() instanceof Order.Glance glance) {
            return glance(order, glance.moment());
        }
        return stand(order, (Order.Stand) order.task());
    }

    private Optional<Duration> stand(Order order, Order.Stand stand) throws IOException {
        Optional<Strip> strip = roll.at(stand.moment());
        if (strip.isEmpty()) {
            return done(order, stand.moment());
        }
        int rank = strip.get().rankAt(stand.moment());
        long time = strip.get().time(strip.get().video().shown(rank));
        if (isShown(time) && (!stand.ready() || reel.isAfter(time))) {
            return done(order, stand.moment());
        }
        if (!aimed) {
            reel.aim(strip.get(), rank, !isShown(time));
            aimed = true;
        }
        Optional<DecodedFrame> next = reel.peek();
        if (next.isPresent() && next.get().time() <= time) {
            forgetCandidate();
            candidate = reel.next();
            if (next.get().time() < time) {
                return Optional.of(Duration.ZERO);
            }
        }
        if (candidate.isEmpty()) {
            // The frame itself cannot be decoded: what comes after it is better than nothing.
            candidate = reel.next();
        }
        if (candidate.isPresent()) {
            DecodedFrame frame = candidate.get();
            candidate = Optional.empty();
            draw(frame);
        }
        return done(order, stand.moment());
    }

    private Optional<Duration> glance(Order order, long moment) throws IOException {
        Optional<Strip> strip = roll.at(moment);
        if (strip.isEmpty() && roll.failureAt(moment).isEmpty()) {
            // Before all that is recorded its first frame is the nearest.
            strip = roll.from(moment);
        }
        if (strip.isPresent()) {
            showKey(strip.get(), strip.get().keyNear(moment));
        }
        return done(order, moment);
    }

    private void showKey(Strip strip, int number) throws IOException {
        if (!isShown(strip.keyTime(number))) {
            Optional<DecodedFrame> frame = reel.key(strip, number);
            if (frame.isPresent()) {
                draw(frame.get());
            }
        }
    }

    private Duration runAll(Order order, Motion motion) throws IOException {
        long now = nanoTime.getAsLong();
        long position = motion.at(now);
        Optional<Strip> strip = roll.at(position);
        if (!aimed) {
            Optional<Strip> from = strip.isPresent() ? strip : roll.from(position);
            if (from.isPresent()) {
                reel.aim(from.get(), Math.max(0, from.get().rankAt(position)), false);
                aimed = true;
            }
        }
        Optional<DecodedFrame> head = aimed ? reel.peek() : Optional.empty();
        if (head.isEmpty()) {
            tellAt(order, position, strip, false, Optional.of(new Sight.End(strip.map(Strip::last))));
            return TRY_AGAIN;
        }
        prepareNextFile(position, motion);
        long wait = motion.nanosUntil(head.get().time(), now);
        if (wait > 0) {
            tellAt(order, position, strip, false, Optional.empty());
            if (wait > LATE / MOST_AHEAD) {
                reel.prepare(MOST_AHEAD);
                wait = motion.nanosUntil(head.get().time(), nanoTime.getAsLong());
            }
            return Duration.ofNanos(Math.max(0, Math.min(wait, LOOK_AROUND.toNanos())));
        }
        if (-wait > TOO_LATE && strip.isPresent()) {
            reel.aim(strip.get(), strip.get().rankAt(position), false);
            head = reel.peek();
        }
        Optional<DecodedFrame> frame = reel.next();
        if (frame.isPresent()) {
            boolean overtaken = reel.hasAnotherUntil(position) || -wait > LATE;
            if (isShown(frame.get().time()) || overtaken && now - drawn < LONGEST_WITHOUT_PICTURE) {
                frame.get().close();
            } else {
                draw(frame.get());
            }
        }
        tellAt(order, position, strip, -wait > TOO_LATE, Optional.empty());
        return Duration.ZERO;
    }

    private void prepareNextFile(long position, Motion motion) throws IOException {
        Optional<Strip> reading = reel.strip();
        if (reading.isPresent()
                && !reading.equals(prepared)
                && reading.get().last() - position < PREPARED_BEFORE_THE_END * motion.rate()) {
            prepared = reading;
            roll.prepareAfter(reading.get(), helper);
        }
    }

    private Duration runKeys(Order order, Motion motion) throws IOException {
        long position = motion.at(nanoTime.getAsLong());
        Optional<Strip> strip = roll.at(position);
        if (strip.isEmpty()) {
            Optional<Strip> following = roll.from(position);
            boolean ends = motion.isForward()
                    ? following.isEmpty()
                    : roll.failureAt(position).isEmpty();
            tellAt(
                    order,
                    position,
                    strip,
                    false,
                    ends ? Optional.of(new Sight.End(following.map(Strip::first))) : Optional.empty());
            return LOOK_AROUND;
        }
        int key = Math.max(0, strip.get().keyAt(position));
        showKey(strip.get(), key);
        boolean last = position >= strip.get().last();
        boolean ends = motion.isForward() && last && roll.after(strip.get()).isEmpty();
        tellAt(
                order,
                position,
                strip,
                false,
                ends ? Optional.of(new Sight.End(Optional.of(strip.get().last()))) : Optional.empty());
        long nextMoment = motion.isForward()
                ? key + 1 < strip.get().video().keys() ? strip.get().keyTime(key + 1) : Long.MAX_VALUE
                : strip.get().keyTime(key) - 1;
        long wait = nextMoment == Long.MAX_VALUE
                ? LOOK_AROUND.toNanos()
                : motion.nanosUntil(nextMoment, nanoTime.getAsLong());
        return Duration.ofNanos(Math.max(BETWEEN_KEYS.toNanos(), Math.min(wait, LOOK_AROUND.toNanos())));
    }

    private boolean isShown(long time) {
        return shown.isPresent() && shown.get().time() == time;
    }

    private void draw(DecodedFrame frame) throws IOException {
        try {
            if (screen.isEmpty()) {
                screen = Optional.of(equipment.openScreen());
            }
            screen.get().draw(frame);
        } catch (IOException e) {
            frame.close();
            screen.ifPresent(Screen::close);
            screen = Optional.empty();
            throw e;
        }
        shown.ifPresent(DecodedFrame::close);
        shown = Optional.of(frame);
        drawn = nanoTime.getAsLong();
    }

    private void forgetCandidate() {
        candidate.ifPresent(DecodedFrame::close);
        candidate = Optional.empty();
    }

    private Optional<Duration> done(Order order, long moment) throws IOException {
        tellAt(order, moment, roll.at(moment), false, Optional.empty());
        return Optional.empty();
    }

    private void tellAt(Order order, long position, Optional<Strip> strip, boolean late, Optional<Sight.End> end)
            throws IOException {
        Optional<String> failure = roll.failureAt(position);
        if (failure.isPresent()) {
            tell(order, Kind.FAILED, failure.get(), end);
        } else if (strip.isEmpty() || !roll.timeline(position).isRecorded(position)) {
            tell(order, Kind.NOT_RECORDED, roll.gapText(position), end);
        } else {
            tell(order, late || shown.isEmpty() ? Kind.LOADING : Kind.RECORDED, "", end);
        }
    }

    private void tell(Order order, Kind kind, String text, Optional<Sight.End> end) {
        satisfied = kind == Kind.RECORDED && !(order.task() instanceof Order.Run);
        listener.accept(new Sight(order.number(), kind, shown.map(DecodedFrame::time), text, end));
    }
}
