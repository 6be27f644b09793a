package org.rnvr.console.internal.model;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rnvr.event.Registration;

/** Those who want to know that something changed. Any thread. */
public final class Observers {

    private final List<Runnable> observers = new CopyOnWriteArrayList<>();

    /** Calls this one too from now on. */
    public Registration add(Runnable observer) {
        Runnable entry = Objects.requireNonNull(observer)::run;
        observers.add(entry);
        return () -> observers.remove(entry);
    }

    /** Calls them all. */
    public void call() {
        observers.forEach(Runnable::run);
    }
}
