package org.rnvr.recorder.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.recording.RecordingStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statuses of all cameras and those who observe them. Read on any thread, changed and observed on one. */
final class StatusBoard {

    private static final Logger LOGGER = LoggerFactory.getLogger(StatusBoard.class);

    private final Map<String, RecordingStatus> statuses = new ConcurrentSkipListMap<>();
    private final List<Observer> observers = new CopyOnWriteArrayList<>();

    List<RecordingStatus> all() {
        return List.copyOf(statuses.values());
    }

    void put(RecordingStatus status) {
        if (!status.equals(statuses.put(status.cameraId(), status))) {
            observers.forEach(observer -> observer.tell(status));
        }
    }

    /** Begins to tell the observer, first of what is; on the thread of {@link #put}. */
    void add(Observer observer) {
        statuses.values().forEach(observer::tell);
        observers.add(observer);
    }

    /** One who observes, until closed. */
    final class Observer implements Registration {

        private final Consumer<RecordingStatus> consumer;
        private final AtomicBoolean closed = new AtomicBoolean();

        Observer(Consumer<RecordingStatus> consumer) {
            this.consumer = consumer;
        }

        private void tell(RecordingStatus status) {
            if (closed.get()) {
                observers.remove(this);
                return;
            }
            try {
                consumer.accept(status);
            } catch (RuntimeException e) {
                LOGGER.error("an observer of the recordings failed", e);
            }
        }

        @Override
        public void close() {
            closed.set(true);
            observers.remove(this);
        }
    }
}
