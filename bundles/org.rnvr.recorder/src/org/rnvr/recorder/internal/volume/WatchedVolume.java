package org.rnvr.recorder.internal.volume;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rnvr.config.StorageSettings;
import org.rnvr.event.Moment;
import org.rnvr.event.Storage;
import org.rnvr.recording.StorageStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A volume that is looked at all the time: carries out what {@link VolumeWatch} decides. A look runs on the disk lane, all
 * else on the recorder's, which never waits for the disk.
 */
public final class WatchedVolume implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(WatchedVolume.class);
    private static final Duration TICK = Duration.ofMillis(100);

    private final Volume volume;
    private final VolumeWatch watch;
    private final ScheduledExecutorService lane;
    private final Executor disk;
    private final Supplier<Moment> clock;
    private final Listener listener;
    private final ScheduledFuture<?> ticking;

    private volatile StorageStatus status;

    // confined to the lane
    private StorageSettings settings;
    private boolean looked;
    private boolean closed;

    /** Hears of the volume, on the recorder's lane. */
    public interface Listener {

        /** State or text changed; called first for what the first look finds. */
        void changed(StorageStatus status);

        /** The state changed: to be posted. */
        void happened(Storage event);

        /** A look has ended, about once a second, whether or not anything changed. */
        default void looked(StorageStatus status) {}
    }

    /**
     * Begins to look.
     *
     * @param lane the recorder's lane, of one thread
     * @param disk of one thread, which may be held up by this volume for as long as it does not answer
     */
    public WatchedVolume(
            Volume volume,
            StorageSettings settings,
            ScheduledExecutorService lane,
            Executor disk,
            Supplier<Moment> clock,
            Listener listener) {
        this.volume = volume;
        this.settings = settings;
        this.lane = lane;
        this.disk = disk;
        this.clock = clock;
        this.listener = listener;
        watch = new VolumeWatch(clock.get(), volume.folder());
        status = watch.status();
        ticking = lane.scheduleAtFixedRate(guarded(this::tick), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The volume, for naming files on it. Any thread. */
    public Volume volume() {
        return volume;
    }

    /** Its state. Any thread. */
    public StorageStatus status() {
        return status;
    }

    /** Settings of the same folder changed. On the lane. */
    public void configured(StorageSettings newSettings) {
        settings = newSettings;
    }

    /** A recording could not be written: looks thoroughly at once. On the lane. */
    public void distrust() {
        watch.distrust();
        tick();
    }

    /**
     * Takes what is there for the right volume. Any thread; waits for the disk.
     *
     * @throws IOException if it cannot be written; nothing has changed
     */
    public void adopt() throws IOException {
        volume.adopt();
        lane.execute(guarded(this::distrust));
    }

    /** Looks no more. On the lane. */
    @Override
    public void close() {
        closed = true;
        ticking.cancel(false);
    }

    private void tick() {
        if (closed) {
            return;
        }
        VolumeWatch.Step step = watch.tick(clock.get());
        publish(false);
        step.event().ifPresent(listener::happened);
        step.look()
                .ifPresent(depth -> execute(disk, () -> {
                    Look look = volume.look(depth);
                    execute(lane, guarded(() -> found(look)));
                }));
    }

    private void found(Look look) {
        if (closed) {
            return;
        }
        Optional<Storage> event = watch.found(clock.get(), look, settings);
        publish(!looked);
        looked = true;
        event.ifPresent(happened -> {
            LOGGER.info("the recording volume at {} is {} {}", volume.folder(), happened.state(), look.text());
            listener.happened(happened);
        });
        listener.looked(status);
    }

    /** The status first: whoever hears an event finds it. */
    private void publish(boolean anyway) {
        StorageStatus before = status;
        status = watch.status();
        if (anyway || before.state() != status.state() || !before.text().equals(status.text())) {
            listener.changed(status);
        }
    }

    private static void execute(Executor executor, Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("the recorder has ended: the volume is not looked at any more", e);
        }
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOGGER.error("a step of watching the recording volume failed", e);
            }
        };
    }
}
