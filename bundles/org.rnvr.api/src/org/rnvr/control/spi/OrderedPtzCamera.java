package org.rnvr.control.spi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.PtzCamera;
import org.rnvr.control.PtzCapability;
import org.rnvr.control.PtzPreset;
import org.rnvr.control.PtzVelocity;

/**
 * Brings the requests to one camera into the order that {@link PtzCamera} promises, has no thread of its own, and sees to it
 * that what moves is stopped.
 */
public final class OrderedPtzCamera implements PtzCamera {

    /** How many requests wait at most, besides movements. */
    static final int MOST_WAITING = 16;

    private final PtzProtocol protocol;
    private final Function<Duration, Executor> later;

    // All of it under the lock of this object; nothing is called while it is held.
    private final Deque<Request<?>> waiting = new ArrayDeque<>();
    private Optional<ControlException> refusal = Optional.empty();
    private boolean busy;
    private boolean closed;
    private boolean moving;
    private long movement;

    /** By this protocol. */
    public OrderedPtzCamera(PtzProtocol protocol) {
        this(protocol, delay -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** By this protocol; {@code later} gives what runs a task after a time. */
    OrderedPtzCamera(PtzProtocol protocol, Function<Duration, Executor> later) {
        this.protocol = Objects.requireNonNull(protocol);
        this.later = Objects.requireNonNull(later);
    }

    @Override
    public CompletionStage<PtzCapability> capability() {
        return ask(new Request<>(Kind.QUESTION, protocol::capability));
    }

    @Override
    public CompletionStage<Void> move(PtzVelocity velocity) {
        if (velocity.isStill()) {
            return stop();
        }
        CompletionStage<Void> moved = ask(new Request<>(Kind.MOVE, () -> protocol.move(velocity)));
        long mine;
        synchronized (this) {
            mine = movement;
        }
        later.apply(LONGEST_MOVE).execute(() -> stopIfStill(mine));
        return moved;
    }

    @Override
    public CompletionStage<Void> stop() {
        return ask(new Request<>(Kind.STOP, protocol::stop));
    }

    @Override
    public CompletionStage<List<PtzPreset>> presets() {
        return ask(new Request<>(Kind.QUESTION, protocol::presets));
    }

    @Override
    public CompletionStage<Void> goTo(PtzPreset preset) {
        return ask(new Request<>(Kind.GO_TO, () -> protocol.goTo(preset)));
    }

    @Override
    public CompletionStage<PtzPreset> save(Optional<PtzPreset> replaced, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a position without a name");
        }
        return ask(new Request<>(Kind.QUESTION, () -> protocol.save(replaced, name)));
    }

    @Override
    public void close() {
        boolean stop;
        synchronized (this) {
            stop = moving && !closed;
        }
        if (stop) {
            stop();
        }
        List<Request<?>> left = new ArrayList<>();
        synchronized (this) {
            closed = true;
            waiting.removeIf(request -> request.kind != Kind.STOP && left.add(request));
        }
        left.forEach(request -> request.fail(new ControlException(Reason.NOT_ASKED, "")));
    }

    private void stopIfStill(long mine) {
        boolean stop;
        synchronized (this) {
            stop = moving && movement == mine && !closed;
        }
        if (stop) {
            stop();
        }
    }

    private <T> CompletionStage<T> ask(Request<T> request) {
        List<Request<?>> replaced = new ArrayList<>();
        Optional<ControlException> obstacle;
        CompletionStage<?> joined = null;
        synchronized (this) {
            obstacle = obstacle(request);
            if (obstacle.isEmpty()) {
                joined = enter(request, replaced);
            }
        }
        replaced.forEach(Request::replace);
        if (obstacle.isPresent()) {
            request.fail(obstacle.get());
        } else if (joined != null) {
            joined.whenComplete((nothing, failure) -> request.complete(null, failure));
        } else {
            goOn();
        }
        return request.outcome.minimalCompletionStage();
    }

    private Optional<ControlException> obstacle(Request<?> request) {
        if (closed || request.kind == Kind.QUESTION && waiting.size() >= MOST_WAITING) {
            return Optional.of(new ControlException(Reason.NOT_ASKED, ""));
        }
        return refusal;
    }

    /** Returns the outcome of the request that already waits to do the very same, or null. */
    private CompletionStage<?> enter(Request<?> request, List<Request<?>> replaced) {
        if (request.kind == Kind.QUESTION) {
            waiting.addLast(request);
            return null;
        }
        movement++;
        moving = request.kind == Kind.MOVE;
        waiting.removeIf(other -> other.kind.isMovement() && replaced.add(other));
        if (request.kind.isMovement()) {
            waiting.addLast(request);
            return null;
        }
        Request<?> first = waiting.peekFirst();
        if (first != null && first.kind == Kind.STOP) {
            return first.outcome;
        }
        waiting.addFirst(request);
        return null;
    }

    private void goOn() {
        Request<?> next;
        synchronized (this) {
            if (busy || waiting.isEmpty()) {
                return;
            }
            busy = true;
            next = waiting.removeFirst();
        }
        next.make().whenComplete((nothing, failure) -> {
            List<Request<?>> refused = new ArrayList<>();
            Optional<ControlException> now = ControlException.of(failure)
                    .filter(it -> it.reason() == Reason.NOT_AUTHORIZED || it.reason() == Reason.UNSAFE_SIGN_IN);
            synchronized (this) {
                busy = false;
                if (now.isPresent()) {
                    refusal = now;
                    refused.addAll(waiting);
                    waiting.clear();
                }
            }
            refused.forEach(request -> request.fail(now.orElseThrow()));
            goOn();
        });
    }

    private enum Kind {
        MOVE,
        GO_TO,
        STOP,
        QUESTION;

        boolean isMovement() {
            return this == MOVE || this == GO_TO;
        }
    }

    private static final class Request<T> {

        private final Kind kind;
        private final Supplier<CompletionStage<T>> task;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();

        Request(Kind kind, Supplier<CompletionStage<T>> task) {
            this.kind = kind;
            this.task = task;
        }

        /** Makes it, and completes the outcome before the stage that is returned. */
        CompletableFuture<T> make() {
            CompletableFuture<T> made = once();
            if (kind == Kind.STOP) {
                made = made.handle((value, failure) -> isUnanswered(failure) ? once() : made(value, failure))
                        .thenCompose(it -> it);
            }
            return made.whenComplete(this::complete);
        }

        void complete(T value, Throwable failure) {
            if (failure == null) {
                outcome.complete(value);
            } else {
                outcome.completeExceptionally(failure);
            }
        }

        void fail(ControlException failure) {
            outcome.completeExceptionally(failure);
        }

        void replace() {
            outcome.complete(null);
        }

        private CompletableFuture<T> once() {
            try {
                return task.get().toCompletableFuture();
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        private static <T> CompletableFuture<T> made(T value, Throwable failure) {
            return failure == null ? CompletableFuture.completedFuture(value) : CompletableFuture.failedFuture(failure);
        }

        private static boolean isUnanswered(Throwable failure) {
            return failure != null
                    && ControlException.of(failure)
                            .filter(it -> it.reason() == Reason.TIMED_OUT || it.reason() == Reason.UNREACHABLE)
                            .isPresent();
        }
    }
}
