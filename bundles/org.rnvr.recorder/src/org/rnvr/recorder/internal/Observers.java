package org.rnvr.recorder.internal;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rnvr.event.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who want to hear of something. They are told on one thread, first what is.
 *
 * @param <T> what they hear of
 */
final class Observers<T> {

    private static final Logger LOGGER = LoggerFactory.getLogger(Observers.class);

    private final List<One> all = new CopyOnWriteArrayList<>();

    /**
     * Adds one.
     *
     * @param observer hears
     * @param present what is, read on the thread of the lane
     * @param lane the thread on which {@link #tell} is called
     */
    Registration add(Consumer<T> observer, Supplier<? extends Collection<T>> present, Executor lane) {
        One one = new One(observer);
        lane.execute(() -> {
            present.get().forEach(one::tell);
            all.add(one);
        });
        return one;
    }

    void tell(T value) {
        all.forEach(one -> one.tell(value));
    }

    private final class One implements Registration {

        private final Consumer<T> consumer;
        private final AtomicBoolean closed = new AtomicBoolean();

        private One(Consumer<T> consumer) {
            this.consumer = consumer;
        }

        private void tell(T value) {
            if (closed.get()) {
                all.remove(this);
                return;
            }
            try {
                consumer.accept(value);
            } catch (RuntimeException e) {
                LOGGER.error("an observer failed", e);
            }
        }

        @Override
        public void close() {
            closed.set(true);
            all.remove(this);
        }
    }
}
