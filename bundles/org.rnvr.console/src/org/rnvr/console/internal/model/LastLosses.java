package org.rnvr.console.internal.model;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.rnvr.event.Registration;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When each camera was lost last, as far as the journal of the last month knows. Any thread; nothing waits. */
@Component(service = LastLosses.class)
public final class LastLosses {

    private static final Logger LOG = LoggerFactory.getLogger(LastLosses.class);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final String LOST = "lost";

    private final Clock clock;
    private final Observers observers = new Observers();
    private final Map<String, Instant> latest = new ConcurrentHashMap<>();
    private final ExecutorService reading = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "console-losses");
        thread.setDaemon(true);
        return thread;
    });
    private Journal journal;
    private Registration registration = () -> {};

    /** Made by Declarative Services. */
    @Activate
    public LastLosses() {
        this(Clock.systemUTC());
    }

    LastLosses(Clock clock) {
        this.clock = clock;
    }

    @Deactivate
    void deactivate() {
        reading.shutdown();
    }

    /** When the camera was lost last; empty if it is not known to have been. */
    public Optional<Instant> of(String cameraId) {
        return Optional.ofNullable(latest.get(cameraId));
    }

    /** Calls the observer, on any thread, after anything changed. It must return at once. */
    public Registration observe(Runnable observer) {
        return observers.add(observer);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setJournal(Journal service) {
        registration.close();
        journal = service;
        registration = service.observe(this::note);
        reading.execute(() -> read(service));
    }

    synchronized void unsetJournal(Journal service) {
        if (journal == service) {
            registration.close();
            registration = () -> {};
            journal = null;
        }
    }

    private void read(Journal service) {
        try {
            JournalQuery losses =
                    JournalQuery.ALL.since(clock.instant().minus(MONTH)).ofEvents(Set.of(LOST));
            service.read(losses, entry -> {
                note(entry);
                return true;
            });
        } catch (IOException e) {
            LOG.warn("It is not known when cameras were lost: {}", e.getMessage());
        }
    }

    private void note(JournalEntry entry) {
        if (entry.event().equals(LOST)) {
            entry.cameraId().ifPresent(camera -> {
                latest.merge(camera, entry.at().time(), (one, other) -> one.isAfter(other) ? one : other);
                observers.call();
            });
        }
    }
}
