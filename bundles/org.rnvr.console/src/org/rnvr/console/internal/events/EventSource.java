package org.rnvr.console.internal.events;

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
import org.rnvr.console.internal.model.Observers;
import org.rnvr.event.Registration;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;

/** The journal, while it comes and goes. Any thread; nothing waits. */
@Component(service = EventSource.class)
public final class EventSource {

    private final Observers observers = new Observers();
    private final List<Consumer<JournalEntry>> followers = new CopyOnWriteArrayList<>();
    private volatile Optional<Journal> journal = Optional.empty();
    private Registration following = () -> {};

    @Deactivate
    synchronized void deactivate() {
        following.close();
    }

    /** The journal that is there at the moment. */
    public Optional<Journal> journal() {
        return journal;
    }

    /** Calls the observer, on any thread, when another journal is there, or none any more. It must return at once. */
    public Registration observe(Runnable observer) {
        return observers.add(observer);
    }

    /** Calls the follower with what is written from now on, on any thread. It must return at once. */
    public Registration follow(Consumer<JournalEntry> follower) {
        Consumer<JournalEntry> entry = follower::accept;
        followers.add(entry);
        return () -> followers.remove(entry);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setJournal(Journal service) {
        following.close();
        journal = Optional.of(service);
        following = service.observe(entry -> followers.forEach(follower -> follower.accept(entry)));
        observers.call();
    }

    synchronized void unsetJournal(Journal service) {
        if (journal.filter(present -> present == service).isPresent()) {
            following.close();
            journal = Optional.empty();
            observers.call();
        }
    }
}
