package org.rnvr.console.internal.recording;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.rnvr.console.internal.model.Observers;
import org.rnvr.event.Registration;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.RecordingStorage;
import org.rnvr.recording.StorageStatus;

/** The recording volume and its catalog, while they come and go. Any thread; nothing waits. */
@Component(service = Volume.class)
public final class Volume {

    private final Observers observers = new Observers();
    private volatile Optional<RecordingStorage> storage = Optional.empty();
    private volatile Optional<RecordingCatalog> catalog = Optional.empty();
    private Registration watching = () -> {};

    @Deactivate
    synchronized void deactivate() {
        watching.close();
    }

    Optional<RecordingStorage> storage() {
        return storage;
    }

    Optional<RecordingCatalog> catalog() {
        return catalog;
    }

    /** Its state; empty while there is no recorder. */
    Optional<StorageStatus> status() {
        return storage.map(RecordingStorage::status);
    }

    /** Calls the observer, on any thread, after anything changed. It must return at once. */
    Registration observe(Runnable observer) {
        return observers.add(observer);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setStorage(RecordingStorage service) {
        watching.close();
        storage = Optional.of(service);
        watching = service.observe(status -> observers.call());
        observers.call();
    }

    synchronized void unsetStorage(RecordingStorage service) {
        if (storage.filter(present -> present == service).isPresent()) {
            watching.close();
            storage = Optional.empty();
            observers.call();
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setCatalog(RecordingCatalog service) {
        catalog = Optional.of(service);
        observers.call();
    }

    synchronized void unsetCatalog(RecordingCatalog service) {
        if (catalog.filter(present -> present == service).isPresent()) {
            catalog = Optional.empty();
            observers.call();
        }
    }
}
