package org.rnvr.update.p2.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.update.InstallationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the state of the installation to whom it may concern. */
final class Observers {

    private static final Logger LOGGER = LoggerFactory.getLogger(Observers.class);

    private final Executor lane;
    private final List<One> all = new CopyOnWriteArrayList<>();
    private volatile InstallationState state = InstallationState.IN_EFFECT;

    /** Tells on this lane, which is a single thread. */
    Observers(Executor lane) {
        this.lane = lane;
    }

    InstallationState state() {
        return state;
    }

    Registration add(Consumer<InstallationState> observer) {
        One one = new One(observer);
        enqueue(() -> {
            all.add(one);
            one.tell(state);
        });
        return one;
    }

    void become(InstallationState next) {
        enqueue(() -> {
            if (state != next) {
                state = next;
                all.forEach(one -> one.tell(next));
            }
        });
    }

    private void enqueue(Runnable work) {
        try {
            lane.execute(work);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("Nobody is told any more", e);
        }
    }

    private final class One implements Registration {

        private final Consumer<InstallationState> observer;
        private volatile boolean closed;

        private One(Consumer<InstallationState> observer) {
            this.observer = observer;
        }

        private void tell(InstallationState now) {
            if (closed) {
                all.remove(this);
                return;
            }
            try {
                observer.accept(now);
            } catch (RuntimeException e) {
                LOGGER.error("An observer of the installation failed", e);
            }
        }

        @Override
        public void close() {
            closed = true;
            all.remove(this);
        }
    }
}
