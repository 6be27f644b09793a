package org.rnvr.recorder.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
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
import org.rnvr.event.Storage;
import org.rnvr.recorder.internal.volume.KnownVolumes;
import org.rnvr.recorder.internal.volume.Volume;
import org.rnvr.recorder.internal.volume.WatchedVolume;
import org.rnvr.recording.StorageStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the volume that is recorded to. What waits for the disk has a lane of its own for each volume, so that one that
 * does not answer holds nothing else up.
 */
@Component(service = StorageComponent.class)
public final class StorageComponent {

    private static final Logger LOGGER = LoggerFactory.getLogger(StorageComponent.class);

    private final EventAdmin eventAdmin;
    private final KnownVolumes known;
    private final Registration configuration;
    private final ScheduledExecutorService lane = Lanes.single("rnvr-storage");
    private final Observers<StorageStatus> observers = new Observers<>();

    private volatile WatchedVolume watched;

    // confined to the lane
    private ScheduledExecutorService disk;

    /** Begins to follow the configuration. */
    @Activate
    public StorageComponent(@Reference ConfigurationService configuration, @Reference EventAdmin eventAdmin) {
        this.eventAdmin = eventAdmin;
        known = new KnownVolumes(configuration.dataFolder());
        StorageSettings first = configuration.current().storage();
        watch(first);
        this.configuration = configuration.observe(current -> enqueue(() -> configure(current.storage())));
    }

    @Deactivate
    void deactivate() {
        configuration.close();
        enqueue(() -> {
            watched.close();
            disk.shutdownNow();
            lane.shutdown();
        });
    }

    private void configure(StorageSettings settings) {
        if (watched.volume().folder().equals(volumeAt(settings.recordingPath()).folder())) {
            watched.configured(settings);
        } else {
            watched.close();
            disk.shutdownNow();
            watch(settings);
        }
    }

    private void watch(StorageSettings settings) {
        disk = Lanes.single("rnvr-storage-disk");
        watched = new WatchedVolume(
                volumeAt(settings.recordingPath()), settings, lane, disk, StorageComponent::now, new Told());
    }

    private final class Told implements WatchedVolume.Listener {
        @Override
        public void changed(StorageStatus status) {
            observers.tell(status);
        }

        @Override
        public void happened(Storage event) {
            eventAdmin.postEvent(new Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
        }
    }

    /** The volume at a folder, for naming files on it. */
    Volume volumeAt(Path folder) {
        return new Volume(folder, known, Clock.systemUTC());
    }

    /** Its state. */
    StorageStatus status() {
        return watched.status();
    }

    /** Tells the state, then every change of it, on a thread that must not be held up. */
    Registration observe(Consumer<StorageStatus> observer) {
        return observers.add(observer, () -> List.of(watched.status()), this::enqueue);
    }

    /** A recording could not be written: the volume is looked at thoroughly, at once. */
    void distrust() {
        enqueue(() -> watched.distrust());
    }

    /** Takes what is there for the right volume; waits for the disk. */
    void adopt() throws IOException {
        watched.adopt();
    }

    private void enqueue(Runnable work) {
        try {
            lane.execute(Lanes.guarded(work));
        } catch (RejectedExecutionException e) {
            LOGGER.debug("the volume is no longer watched", e);
        }
    }

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime());
    }
}
