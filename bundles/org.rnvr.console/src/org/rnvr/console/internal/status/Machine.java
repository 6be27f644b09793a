package org.rnvr.console.internal.status;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.rnvr.console.internal.model.Observers;
import org.rnvr.event.Registration;
import org.rnvr.host.Host;
import org.rnvr.host.HostStatus;
import org.rnvr.recording.RecordingStorage;
import org.rnvr.recording.StorageStatus;

/** What is known of this machine and its recording volume, while those who know may come and go. Any thread. */
@Component(service = Machine.class)
public final class Machine {

    private final Observers observers = new Observers();
    private volatile Feed<HostStatus> host = new Feed<>();
    private volatile Feed<StorageStatus> storage = new Feed<>();

    /** The latest measurement, if anybody measures. */
    Optional<HostStatus> host() {
        return host.latest;
    }

    /** State of the recording volume, if anybody records. */
    Optional<StorageStatus> storage() {
        return storage.latest;
    }

    /** Calls the observer, on any thread, after anything changed. It must return at once. */
    Registration observe(Runnable observer) {
        return observers.add(observer);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setHost(Host service) {
        host.close();
        host = new Feed<>(service);
        Feed<HostStatus> feed = host;
        feed.registration = service.observe(status -> take(feed, status));
    }

    synchronized void unsetHost(Host service) {
        if (host.service == service) {
            host.close();
            host = new Feed<>();
            observers.call();
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setStorage(RecordingStorage service) {
        storage.close();
        storage = new Feed<>(service);
        Feed<StorageStatus> feed = storage;
        feed.registration = service.observe(status -> take(feed, status));
    }

    synchronized void unsetStorage(RecordingStorage service) {
        if (storage.service == service) {
            storage.close();
            storage = new Feed<>();
            observers.call();
        }
    }

    private <T> void take(Feed<T> feed, T status) {
        feed.latest = Optional.of(status);
        observers.call();
    }

    /** A service and the latest it said; what one says that has gone meanwhile is lost with its feed. */
    private static final class Feed<T> {

        private final Object service;
        private volatile Optional<T> latest = Optional.empty();
        private Registration registration = () -> {};

        Feed() {
            this(null);
        }

        Feed(Object service) {
            this.service = service;
        }

        void close() {
            registration.close();
        }
    }
}
