package org.rnvr.console.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.recording.Forecast;
import org.rnvr.recording.RecordingStorage;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;

/** A recording volume that is as it is told to be. */
final class Shelf implements RecordingStorage {

    private static final long SIZE = 4_000_000_000_000L;

    private final List<Consumer<StorageStatus>> observers = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile StorageStatus status = status(StorageState.OK, "", 1_300_000_000_000L);
    private volatile Optional<Forecast> forecast = Optional.of(new Forecast(
            Site.NOON,
            1_250_000,
            Optional.of(Duration.ofHours(31 * 24 + 5)),
            Optional.of(Site.NOON.plus(Duration.ofDays(12))),
            List.of(
                    new Forecast.Camera(
                            "gate", 750_000, 1_620_000_000_000L, Optional.of(Duration.ofHours(31 * 24 + 5))),
                    new Forecast.Camera(
                            "yard", 500_000, 1_080_000_000_000L, Optional.of(Duration.ofHours(31 * 24 + 5))))));

    void become(StorageState state, String text) {
        status = status(state, text, state == StorageState.MISSING ? 0 : 90_000_000_000L);
        forecast = forecast.filter(present -> state != StorageState.MISSING);
        observers.forEach(observer -> observer.accept(status));
    }

    List<String> requests() {
        return requests;
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
    public void adopt() throws IOException {
        requests.add("adopt");
        become(StorageState.LOW, "");
    }

    @Override
    public Forecast forecast() throws IOException {
        return forecast.orElseThrow(() -> new IOException("away"));
    }

    @Override
    public int cleanUp() throws IOException {
        requests.add("cleanUp");
        return 42;
    }

    private static StorageStatus status(StorageState state, String text, long free) {
        Instant since = Site.NOON;
        return new StorageStatus(
                Path.of("/recordings"), state, text, state == StorageState.MISSING ? 0 : SIZE, free, since);
    }
}
