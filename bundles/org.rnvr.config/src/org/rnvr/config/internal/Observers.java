package org.rnvr.config.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rnvr.config.Configuration;
import org.rnvr.event.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to know each configuration. */
final class Observers {

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    /** A configuration and its place in the order of all. */
    record Edition(long number, Configuration configuration) {}

    private final List<Observer> observers = new CopyOnWriteArrayList<>();
    private final Executor executor;

    /** With what calls the observers, one call at a time. */
    Observers(Executor executor) {
        this.executor = executor;
    }

    /** Calls an observer with the edition in force, and with every later one. */
    Registration add(Consumer<Configuration> consumer, Supplier<Edition> inForce) {
        Observer observer = new Observer(consumer);
        observers.add(observer);
        observer.take(inForce.get());
        return () -> {
            observer.cancel();
            observers.remove(observer);
        };
    }

    void publish(Edition edition) {
        executor.execute(() -> observers.forEach(observer -> observer.take(edition)));
    }

    private static final class Observer {

        private final Consumer<Configuration> consumer;
        private volatile boolean cancelled;
        private long taken = -1;

        Observer(Consumer<Configuration> consumer) {
            this.consumer = consumer;
        }

        synchronized void take(Edition edition) {
            if (cancelled || edition.number() <= taken) {
                return;
            }
            taken = edition.number();
            try {
                consumer.accept(edition.configuration());
            } catch (RuntimeException e) {
                LOG.error("An observer of the configuration failed", e);
            }
        }

        void cancel() {
            cancelled = true;
        }
    }
}
