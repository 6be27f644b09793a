package org.rnvr.console.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.rnvr.event.Registration;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;

/** A journal in memory. */
final class Diary implements Journal {

    private static final long LIMIT_S = 20;

    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Consumer<JournalEntry>> observers = new CopyOnWriteArrayList<>();
    private volatile boolean unreadable;
    private volatile boolean waiting;
    private volatile CountDownLatch open = new CountDownLatch(0);

    void write(JournalEntry entry) {
        synchronized (entries) {
            entries.add(entry);
        }
        observers.forEach(observer -> observer.accept(entry));
    }

    void becomeUnreadable() {
        unreadable = true;
    }

    /** Whoever reads has to wait from now on, and does not hear of what is written meanwhile. */
    void hold() {
        open = new CountDownLatch(1);
    }

    boolean isWaitedFor() {
        return waiting;
    }

    void letGo() {
        open.countDown();
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
        try {
            waiting = open.getCount() > 0;
            open.await(LIMIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
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
