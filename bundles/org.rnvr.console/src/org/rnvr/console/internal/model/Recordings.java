package org.rnvr.console.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.rnvr.event.Registration;
import org.rnvr.playback.Playback;
import org.rnvr.recording.Backups;
import org.rnvr.recording.Evidence;
import org.rnvr.recording.RecordingCatalog;

/**
 * What there is to look at recordings with, while catalog, player and the rest come and go. Any thread; nothing waits.
 */
@Component(service = Recordings.class)
public final class Recordings {

    private final Observers observers = new Observers();
    private final List<Consumer<String>> cameraObservers = new CopyOnWriteArrayList<>();
    private final Present<Playback> playback = new Present<>();
    private final Present<RecordingCatalog> catalog = new Present<>();
    private final Present<Evidence> evidence = new Present<>();
    private final Present<Backups> backups = new Present<>();
    private Registration watching = () -> {};

    /** Opens players. */
    public Optional<Playback> playback() {
        return playback.service;
    }

    /** Knows what is recorded. */
    public Optional<RecordingCatalog> catalog() {
        return catalog.service;
    }

    /** Exports, verifies and takes pictures. */
    public Optional<Evidence> evidence() {
        return evidence.service;
    }

    /** Copies and deletes. */
    public Optional<Backups> backups() {
        return backups.service;
    }

    /** Calls the observer, on any thread, after one of them came or went. It must return at once. */
    public Registration observe(Runnable observer) {
        return observers.add(observer);
    }

    /** Calls the observer, on any thread, with a camera of which the catalog knows something new. It must return at once. */
    public Registration observeCameras(Consumer<String> observer) {
        Consumer<String> entry = observer::accept;
        cameraObservers.add(entry);
        return () -> cameraObservers.remove(entry);
    }

    @Deactivate
    synchronized void deactivate() {
        watching.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setPlayback(Playback service) {
        playback.come(service);
    }

    void unsetPlayback(Playback service) {
        playback.go(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setCatalog(RecordingCatalog service) {
        watching.close();
        watching = service.observe(cameraId -> cameraObservers.forEach(observer -> observer.accept(cameraId)));
        catalog.come(service);
    }

    synchronized void unsetCatalog(RecordingCatalog service) {
        if (catalog.go(service)) {
            watching.close();
            watching = () -> {};
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setEvidence(Evidence service) {
        evidence.come(service);
    }

    void unsetEvidence(Evidence service) {
        evidence.go(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setBackups(Backups service) {
        backups.come(service);
    }

    void unsetBackups(Backups service) {
        backups.go(service);
    }

    /** One of them. */
    private final class Present<S> {

        private volatile Optional<S> service = Optional.empty();

        void come(S other) {
            service = Optional.of(other);
            observers.call();
        }

        /** Nothing is here any more, unless another one came before this one went. */
        boolean go(S former) {
            if (service.filter(current -> current == former).isEmpty()) {
                return false;
            }
            service = Optional.empty();
            observers.call();
            return true;
        }
    }
}
