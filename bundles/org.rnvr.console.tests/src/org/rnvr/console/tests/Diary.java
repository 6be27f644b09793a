package org.rnvr.console.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.rnvr.event.Registration;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;

/** A journal in memory. */
final class Diary implements Journal {

    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Consumer<JournalEntry>> observers = new CopyOnWriteArrayList<>();
    private volatile boolean unreadable;

    void write(JournalEntry entry) {
        synchronized (entries) {
            entries.add(entry);
        }
        observers.forEach(observer -> observer.accept(entry));
    }

    void becomeUnreadable() {
        unreadable = true;
    }

    @Override
    public void read(JournalQuery query, Predicate<JournalEntry> reader) throws IOException {
        if (unreadable) {
            throw new IOException("Input/output error");
        }
        List<JournalEntry> all;
        synchronized (entries) {
            all = List.copyOf(entries);
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            if (query.matches(all.get(i)) && !reader.test(all.get(i))) {
                return;
            }
        }
    }

    @Override
    public Registration observe(Consumer<JournalEntry> observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }
}
