package org.rnvr.journal.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.journal.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to know what is written. Any thread. */
final class EntryObservers {

    private static final Logger LOGGER = LoggerFactory.getLogger(EntryObservers.class);

    private final List<Consumer<JournalEntry>> observers = new CopyOnWriteArrayList<>();

    Registration add(Consumer<JournalEntry> observer) {
        Consumer<JournalEntry> entry = Objects.requireNonNull(observer)::accept;
        observers.add(entry);
        return () -> observers.remove(entry);
    }

    /** Tells what the line says, if anybody wants to know. */
    void written(String line) {
        if (!observers.isEmpty()) {
            Optional<JournalEntry> entry = EntryLine.read(line);
            entry.ifPresent(written -> observers.forEach(observer -> tell(observer, written)));
        }
    }

    private static void tell(Consumer<JournalEntry> observer, JournalEntry entry) {
        try {
            observer.accept(entry);
        } catch (RuntimeException e) {
            LOGGER.error("an observer of the journal failed", e);
        }
    }
}
