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
    private volatile Optional<Playback> playback = Optional.empty();
    private volatile Optional<RecordingCatalog> catalog = Optional.empty();
    private volatile Optional<Evidence> evidence = Optional.empty();
    private volatile Optional<Backups> backups = Optional.empty();
    private Registration watching = () -> {};

    /** Opens players. */
    public Optional<Playback> playback() {
        return playback;
    }

    /** Knows what is recorded. */
    public Optional<RecordingCatalog> catalog() {
        return catalog;
    }

    /** Exports, verifies and takes pictures. */
    public Optional<Evidence> evidence() {
        return evidence;
    }

    /** Copies and deletes. */
    public Optional<Backups> backups() {
        return backups;
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
        playback = Optional.of(service);
        observers.call();
    }

    void unsetPlayback(Playback service) {
        if (playback.filter(current -> current == service).isPresent()) {
            playback = Optional.empty();
            observers.call();
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setCatalog(RecordingCatalog service) {
        watching.close();
        catalog = Optional.of(service);
        watching = service.observe(cameraId -> cameraObservers.forEach(observer -> observer.accept(cameraId)));
        observers.call();
    }

    synchronized void unsetCatalog(RecordingCatalog service) {
        if (catalog.filter(current -> current == service).isPresent()) {
            watching.close();
            watching = () -> {};
            catalog = Optional.empty();
            observers.call();
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setEvidence(Evidence service) {
        evidence = Optional.of(service);
        observers.call();
    }

    void unsetEvidence(Evidence service) {
        if (evidence.filter(current -> current == service).isPresent()) {
            evidence = Optional.empty();
            observers.call();
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setBackups(Backups service) {
        backups = Optional.of(service);
        observers.call();
    }

    void unsetBackups(Backups service) {
        if (backups.filter(current -> current == service).isPresent()) {
            backups = Optional.empty();
            observers.call();
        }
    }
}
