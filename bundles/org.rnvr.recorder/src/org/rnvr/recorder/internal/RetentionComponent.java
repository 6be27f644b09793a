package org.rnvr.recorder.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.StorageSettings;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.event.RnvrEvent;
import org.rnvr.recorder.internal.catalog.Catalog;
import org.rnvr.recorder.internal.retention.Cleaner;
import org.rnvr.recorder.internal.retention.Forecasting;
import org.rnvr.recorder.internal.retention.Stock;
import org.rnvr.recorder.internal.volume.SpaceLimits;
import org.rnvr.recording.Footage;
import org.rnvr.recording.Forecast;
import org.rnvr.recording.RecordingStorage;
import org.rnvr.recording.Segment;
import org.rnvr.recording.StorageStatus;

/** Keeps room on the recording volume, and says how long it lasts. */
@Component(immediate = true)
public final class RetentionComponent implements RecordingStorage {

    private static final long CONSIDER_SECONDS = 1;

    private final StorageComponent storage;
    private final Catalog catalog;
    private final ConfigurationService configuration;
    private final EventAdmin eventAdmin;
    private final ScheduledExecutorService lane = Lanes.single("rnvr-retention");
    private final ScheduledExecutorService disk = Lanes.single("rnvr-retention-disk");
    private final Registration settings;

    private volatile Cleaner cleaner;
    private volatile Path folder;

    /** Begins to follow configuration and volume. */
    @Activate
    public RetentionComponent(
            @Reference StorageComponent storage,
            @Reference CatalogComponent catalog,
            @Reference ConfigurationService configuration,
            @Reference EventAdmin eventAdmin) {
        this.storage = storage;
        this.catalog = catalog.catalog();
        this.configuration = configuration;
        this.eventAdmin = eventAdmin;
        settings = configuration.observe(current -> configure(current.storage()));
        lane.scheduleWithFixedDelay(
                Lanes.guarded(this::consider), CONSIDER_SECONDS, CONSIDER_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void deactivate() {
        settings.close();
        lane.shutdown();
        disk.shutdown();
    }

    private void configure(StorageSettings current) {
        Path next = storage.volumeAt(current.recordingPath()).folder();
        if (!next.equals(folder)) {
            cleaner = new Cleaner(
                    storage.volumeAt(next), new Finished(), lane, disk, RetentionComponent::now, this::post);
            folder = next;
        }
    }

    private void consider() {
        StorageStatus status = storage.status();
        if (status.path().equals(folder)) {
            cleaner.consider(configuration.current().storage(), status);
        }
    }

    private final class Finished implements Stock {
        @Override
        public List<Segment> oldest(int limit, Instant endedBefore, boolean bookmarkedToo) throws IOException {
            return catalog.oldest(limit, Optional.of(endedBefore), bookmarkedToo);
        }

        @Override
        public void deleting(List<Segment> segments) {
            catalog.deleting(segments);
        }

        @Override
        public void kept(Segment segment) {
            catalog.kept(segment);
        }

        @Override
        public void forget(Segment segment) {
            catalog.remove(List.of(segment));
        }
    }

    private void post(RnvrEvent event) {
        eventAdmin.postEvent(new Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
    }

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime());
    }

    @Override
    public StorageStatus status() {
        return storage.status();
    }

    @Override
    public Registration observe(Consumer<StorageStatus> observer) {
        return storage.observe(observer);
    }

    @Override
    public void adopt() throws IOException {
        storage.adopt();
    }

    @Override
    public Forecast forecast() throws IOException {
        Instant now = Instant.now();
        List<Footage> footage = catalog.footage();
        List<Segment> lately = new ArrayList<>();
        for (Footage camera : footage) {
            lately.addAll(catalog.segments(camera.cameraId(), now.minus(Forecasting.LATELY), now));
        }
        StorageStatus status = storage.status();
        long free = Files.getFileStore(status.path()).getUsableSpace();
        long kept = SpaceLimits.of(configuration.current().storage(), status.totalBytes())
                .cleanBelow();
        return Forecasting.of(now, footage, lately, free, kept);
    }

    @Override
    public int cleanUp() throws IOException {
        try {
            return cleaner.cleanUp(configuration.current().storage()).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (CancellationException e) {
            throw new IOException("the recorder has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while recordings are being deleted", e);
        }
    }
}
