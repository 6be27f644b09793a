package org.rnvr.pipeline.gst.internal.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.View;
import org.rnvr.pipeline.gst.internal.TimedExecutor;
import org.rnvr.playback.CameraPicture;
import org.rnvr.playback.Playback;
import org.rnvr.playback.Player;
import org.rnvr.playback.PlayerState;

/**
 * Leads up to four projectors by one clock. It decides on a lane of its own, where nothing waits; a projector does what it
 * is told in its own time. Before the time goes on all of them have their first picture, so that none begins late.
 */
final class RecordingPlayer implements Player {

    private static final Duration TICK = Duration.ofMillis(50);
    private static final long BETWEEN_STATES = Duration.ofMillis(100).toNanos();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final long FAR = Duration.ofSeconds(10).toNanos();
    private static final double FASTEST_WITH_ALL_FRAMES = 4;

    /** Makes the projector of a camera. */
    @FunctionalInterface
    interface Projectors {
        /** Makes one; the listener hears what it shows. */
        Projector open(String cameraId, Place place, Consumer<Sight> listener);
    }

    private final TimedExecutor lane;
    private final LongSupplier nanoTime;
    private final Projectors projectors;
    private final Runnable onClosed;
    private final Observers observers = new Observers();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** Guards what callers must know at once. */
    private final Object calls = new Object();

    private final List<ProjectorView> views = new ArrayList<>();
    private boolean closing;

    // On the lane.
    private final PlayClock clock;
    private final List<Showing> showings = new ArrayList<>();
    private final Requests requests = new Requests();
    private Optional<Range> repeat = Optional.empty();
    private Optional<PlayerState> told = Optional.empty();
    private Order order;
    private long lastOrder = 1;
    private long lastTold;
    private boolean seeking;

    /**
     * Stands still and shows nothing.
     *
     * @param lane its own, ended by {@link #close}
     * @param nanoTime a monotonic clock
     * @param start the moment it stands at
     * @param projectors makes projectors
     * @param onClosed run when it has ended
     */
    RecordingPlayer(
            TimedExecutor lane, LongSupplier nanoTime, Instant start, Projectors projectors, Runnable onClosed) {
        this.lane = lane;
        this.nanoTime = nanoTime;
        this.projectors = projectors;
        this.onClosed = onClosed;
        clock = new PlayClock(Moments.nanos(start));
        order = new Order(lastOrder, new Order.Stand(Moments.nanos(start), false));
    }

    @Override
    public Registration observe(Consumer<PlayerState> observer) {
        Observers.Entry entry = new Observers.Entry(observer);
        lane.execute(() -> observers.enter(entry, state()));
        return () -> observers.leave(entry);
    }

    @Override
    public View show(String cameraId, long nativeWindow) {
        return show(cameraId, new WindowPlace(nativeWindow));
    }

    @Override
    public View draw(String cameraId, Consumer<org.rnvr.pipeline.Picture> painter) {
        return show(cameraId, new PaintedPlace(painter));
    }

    private View show(String cameraId, Place place) {
        synchronized (calls) {
            if (closing) {
                return ClosedView.INSTANCE;
            }
            if (views.stream().filter(view -> !view.leaving).count() == Playback.MOST_CAMERAS) {
                throw new IllegalStateException("a player shows no more than " + Playback.MOST_CAMERAS + " cameras");
            }
            ProjectorView view = new ProjectorView(projectors, cameraId, place);
            views.add(view);
            lane.execute(() -> enter(view.showing));
            return view;
        }
    }

    /** A camera in its place. */
    private final class ProjectorView implements View {

        private final Place place;
        private final Showing showing;
        private final CompletableFuture<Void> left = new CompletableFuture<>();
        private boolean leaving;

        ProjectorView(Projectors projectors, String cameraId, Place place) {
            this.place = place;
            showing = new Showing(projectors.open(cameraId, place, sight -> lane.execute(() -> see(this, sight))));
        }

        @Override
        public void redraw() {
            showing.projector().redraw();
        }

        @Override
        public void resized(int width, int height) {
            place.resized(width, height);
            redraw();
        }

        @Override
        public CompletionStage<Void> close() {
            synchronized (calls) {
                leaving = true;
            }
            showing.projector().close().thenRun(() -> {
                synchronized (calls) {
                    views.remove(this);
                }
                lane.execute(() -> leave(showing));
                left.complete(null);
            });
            return left.minimalCompletionStage();
        }
    }

    /** A view of a player that was closed before. */
    private enum ClosedView implements View {
        INSTANCE;

        @Override
        public void redraw() {
            // Nothing is shown.
        }

        @Override
        public void resized(int width, int height) {
            // Nothing is shown.
        }

        @Override
        public CompletionStage<Void> close() {
            return CompletableFuture.completedStage(null);
        }
    }

    @Override
    public void seek(Instant moment) {
        request(Request.Kind.SEEK, () -> goTo(Moments.nanos(moment)));
    }

    @Override
    public void scrub(Instant moment) {
        request(Request.Kind.SCRUB, () -> {
            clock.stop(Moments.nanos(moment));
            tellAll(new Order.Glance(Moments.nanos(moment)), true);
        });
    }

    @Override
    public void play(double rate) {
        double speed = Math.abs(rate);
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException("a speed of " + rate);
        }
        request(Request.Kind.PLAY, () -> {
            long now = nanoTime.getAsLong();
            long here = clock.position(now);
            clock.play(rate, now);
            prepareToRun(clock.position(now) != here);
        });
    }

    @Override
    public void pause() {
        request(Request.Kind.PAUSE, () -> stop(shownMoment(), isByKeys()));
    }

    @Override
    public void step(int frames) {
        lane.execute(() -> {
            requests.add(Request.step(frames, this::carryOutStep));
            carryOutRequests();
        });
    }

    private void carryOutStep(int frames) {
        long from = shownMoment();
        clock.stop(from);
        seeking = true;
        new JointStep(from, frames, LONGEST_WAIT)
                .find(showings.stream().map(Showing::projector).toList())
                .thenAcceptAsync(
                        found -> {
                            seeking = false;
                            stop(found, true);
                            carryOutRequests();
                        },
                        lane);
    }

    @Override
    public void repeat(Optional<Range> range) {
        request(Request.Kind.REPEAT, () -> {
            long now = nanoTime.getAsLong();
            long here = clock.position(now);
            repeat = range;
            clock.repeat(
                    range.map(asked -> new PlayClock.Loop(Moments.nanos(asked.from()), Moments.nanos(asked.to()))),
                    now);
            if (clock.isPlaying()) {
                prepareToRun(clock.position(now) != here);
            }
            tell();
        });
    }

    @Override
    public CompletionStage<Void> close() {
        List<ProjectorView> open;
        synchronized (calls) {
            closing = true;
            open = List.copyOf(views);
        }
        CompletableFuture.allOf(open.stream()
                        .map(view -> view.close().toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .thenRun(() -> {
                    lane.end();
                    if (closed.complete(null)) {
                        onClosed.run();
                    }
                });
        return closed.minimalCompletionStage();
    }

    /** What the catalog says has changed. Any thread. */
    void expire(Optional<String> cameraId) {
        lane.execute(() -> showings.stream()
                .map(Showing::projector)
                .filter(projector -> cameraId.isEmpty() || cameraId.get().equals(projector.cameraId()))
                .forEach(Projector::expire));
    }

    private void request(Request.Kind kind, Runnable request) {
        lane.execute(() -> {
            requests.add(Request.of(kind, request));
            carryOutRequests();
        });
    }

    /** One after the other: what comes after a step begins where that ended. */
    private void carryOutRequests() {
        while (!seeking && !isClosing()) {
            Optional<Request> next = requests.next();
            if (next.isEmpty()) {
                return;
            }
            next.get().carryOut();
        }
    }

    private boolean isClosing() {
        synchronized (calls) {
            return closing;
        }
    }

    private void enter(Showing showing) {
        showings.add(showing);
        showing.order(order, true);
        tell();
    }

    private void leave(Showing showing) {
        showings.remove(showing);
        goWhenSettled();
        tell();
    }

    private void goTo(long moment) {
        clock.seek(moment);
        if (clock.isPlaying()) {
            prepareToRun(true);
        } else {
            stop(moment, true);
        }
    }

    private void stop(long moment, boolean elsewhere) {
        clock.stop(moment);
        tellAll(new Order.Stand(moment, false), elsewhere);
    }

    /** What an operator sees as the present moment: the frame that is shown, though the time may have gone on a little. */
    private long shownMoment() {
        long position = clock.position(nanoTime.getAsLong());
        if (clock.motion().isEmpty()) {
            return position;
        }
        return showings.stream()
                .flatMap(showing -> showing.presentFrame().stream())
                .filter(frame -> Math.abs(frame - position) < FAR)
                .findFirst()
                .orElse(position);
    }

    private void prepareToRun(boolean elsewhere) {
        long position = clock.position(nanoTime.getAsLong());
        tellAll(new Order.Stand(position, !isByKeys()), elsewhere);
        long waiting = order.number();
        lane.schedule(LONGEST_WAIT, () -> {
            if (order.number() == waiting) {
                go();
            }
        });
        goWhenSettled();
    }

    private boolean isByKeys() {
        return clock.rate() < 0 || clock.rate() > FASTEST_WITH_ALL_FRAMES;
    }

    private void goWhenSettled() {
        if (clock.isPlaying() && clock.motion().isEmpty() && showings.stream().allMatch(Showing::isSettled)) {
            go();
        }
    }

    private void go() {
        clock.go(nanoTime.getAsLong());
        clock.motion().ifPresent(motion -> {
            tellAll(new Order.Run(motion, isByKeys()), false);
            lane.schedule(TICK, () -> tick(motion));
        });
    }

    private void tick(Motion motion) {
        if (!clock.motion().equals(Optional.of(motion)) || isClosing()) {
            return;
        }
        long now = nanoTime.getAsLong();
        Optional<Long> wrapped = clock.wrap(now);
        if (wrapped.isPresent()) {
            goTo(wrapped.get());
            return;
        }
        if (!showings.isEmpty()
                && showings.stream().allMatch(showing -> showing.end().isPresent())) {
            long end = end(motion).orElse(clock.position(now));
            clock.wrapAtEnd(end).ifPresentOrElse(this::goTo, () -> stop(end, true));
            return;
        }
        if (now - lastTold >= BETWEEN_STATES) {
            tell();
        }
        lane.schedule(TICK, () -> tick(motion));
    }

    private Optional<Long> end(Motion motion) {
        Stream<Long> frames = showings.stream().flatMap(showing -> showing.end().flatMap(Sight.End::frame).stream());
        return motion.isForward() ? frames.max(Long::compare) : frames.min(Long::compare);
    }

    /** Gives an order to all; elsewhere is where another moment is to be shown than the present one. */
    private void tellAll(Order.Task task, boolean elsewhere) {
        order = new Order(++lastOrder, task);
        showings.forEach(showing -> showing.order(order, elsewhere));
        tell();
    }

    private void see(ProjectorView view, Sight sight) {
        boolean changed = view.showing.see(sight, order.number());
        goWhenSettled();
        if (changed || clock.motion().isEmpty()) {
            tell();
        }
    }

    private PlayerState state() {
        List<CameraPicture> pictures = showings.stream().map(Showing::picture).toList();
        return new PlayerState(
                Moments.instant(clock.position(nanoTime.getAsLong())),
                clock.rate(),
                clock.isPlaying(),
                repeat,
                pictures);
    }

    private void tell() {
        PlayerState state = state();
        if (!told.equals(Optional.of(state))) {
            told = Optional.of(state);
            lastTold = nanoTime.getAsLong();
            observers.tell(state);
        }
    }
}
