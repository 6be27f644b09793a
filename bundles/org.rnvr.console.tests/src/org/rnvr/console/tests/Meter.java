package org.rnvr.console.tests;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.host.Host;
import org.rnvr.host.HostStatus;

/** A host that measures what it is told to measure. */
final class Meter implements Host {

    private final List<Consumer<HostStatus>> observers = new CopyOnWriteArrayList<>();
    private volatile Optional<HostStatus> latest = Optional.empty();

    void say(HostStatus status) {
        latest = Optional.of(status);
        observers.forEach(observer -> observer.accept(status));
    }

    @Override
    public Optional<HostStatus> current() {
        return latest;
    }

    @Override
    public Registration observe(Consumer<HostStatus> observer) {
        observers.add(observer);
        latest.ifPresent(observer);
        return () -> observers.remove(observer);
    }
}
