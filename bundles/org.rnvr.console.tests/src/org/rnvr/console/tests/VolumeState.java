package org.rnvr.console.tests;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.recording.Forecast;
import org.rnvr.recording.RecordingStorage;
import org.rnvr.recording.StorageStatus;

/** A recording volume that is in the state it is told to be in. */
final class VolumeState implements RecordingStorage {

    private final List<Consumer<StorageStatus>> observers = new CopyOnWriteArrayList<>();
    private volatile StorageStatus status;

    VolumeState(StorageStatus status) {
        this.status = status;
    }

    void becomes(StorageStatus next) {
        status = next;
        observers.forEach(observer -> observer.accept(next));
    }

    @Override
    public StorageStatus status() {
        return status;
    }

    @Override
    public Registration observe(Consumer<StorageStatus> observer) {
        observers.add(observer);
        observer.accept(status);
        return () -> observers.remove(observer);
    }

    @Override
    public void adopt() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Forecast forecast() throws IOException {
        throw new IOException("nothing is known");
    }

    @Override
    public int cleanUp() {
        throw new UnsupportedOperationException();
    }
}
