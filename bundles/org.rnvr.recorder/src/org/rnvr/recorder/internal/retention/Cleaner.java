package org.rnvr.recorder.internal.retention;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rnvr.config.StorageSettings;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.recorder.internal.volume.Volume;
import org.rnvr.recording.StorageStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the recording volume from filling, by deleting recordings as the settings say. Batches are deleted on the disk
 * lane, with whatever else waits there in between; all else happens on the recorder's lane.
 */
public final class Cleaner {

    private static final Logger LOGGER = LoggerFactory.getLogger(Cleaner.class);

    private final Volume volume;
    private final Stock stock;
    private final ScheduledExecutorService lane;
    private final Executor disk;
    private final Supplier<Moment> clock;
    private final Consumer<RnvrEvent> events;

    // confined to the disk lane
    private final Set<Path> reported = new HashSet<>();

    // confined to the recorder's lane
    private final CleaningSchedule schedule;
    private Optional<CompletableFuture<Integer>> wanted = Optional.empty();

    /**
     * @param lane the recorder's lane, of one thread
     * @param disk of one thread
     * @param events takes what is to be posted; on the disk lane
     */
    public Cleaner(
            Volume volume,
            Stock stock,
            ScheduledExecutorService lane,
            Executor disk,
            Supplier<Moment> clock,
            Consumer<RnvrEvent> events) {
        this.volume = volume;
        this.stock = stock;
        this.lane = lane;
        this.disk = disk;
        this.clock = clock;
        this.events = events;
        schedule = new CleaningSchedule(clock.get());
    }

    /** The volume is in this state now: cleans if it is time. To be called about once a second, on the recorder's lane. */
    public void consider(StorageSettings settings, StorageStatus status) {
        if (schedule.begins(clock.get(), settings, status)) {
            begin(settings);
        }
    }

    /**
     * Cleans now, whatever the schedule and {@code auto_cleanup_enabled} say, or joins the cleaning that is under way.
     * Any thread.
     *
     * @return completes with the number of files deleted, or with an {@link IOException} if the volume is away
     */
    public CompletableFuture<Integer> cleanUp(StorageSettings settings) {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        try {
            lane.execute(() -> {
                CompletableFuture<Integer> present = wanted.orElseGet(CompletableFuture::new);
                wanted = Optional.of(present);
                present.whenComplete((deleted, failure) -> {
                    if (failure == null) {
                        end.complete(deleted);
                    } else {
                        end.completeExceptionally(failure);
                    }
                });
                if (schedule.beginsAnyway(clock.get())) {
                    begin(settings);
                }
            });
        } catch (RejectedExecutionException e) {
            end.completeExceptionally(new IOException("the recorder has ended", e));
        }
        return end;
    }

    private void begin(StorageSettings settings) {
        Cleaning cleaning = new Cleaning(volume, settings, stock, clock, events, reported);
        step(cleaning, settings);
    }

    private void step(Cleaning cleaning, StorageSettings settings) {
        try {
            disk.execute(() -> {
                boolean more = false;
                Optional<Exception> failure = Optional.empty();
                try {
                    more = cleaning.step();
                } catch (IOException | RuntimeException e) {
                    failure = Optional.of(e);
                }
                if (more) {
                    later(
                            () -> step(cleaning, settings),
                            settings.deleteBatchDelay().toMillis());
                } else {
                    Optional<Exception> end = failure;
                    later(() -> ended(cleaning, end), 0);
                }
            });
        } catch (RejectedExecutionException e) {
            ended(cleaning, Optional.of(e));
        }
    }

    private void later(Runnable work, long millis) {
        try {
            lane.schedule(work, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("the recorder has ended, and so has the cleaning", e);
        }
    }

    private void ended(Cleaning cleaning, Optional<Exception> failure) {
        failure.ifPresent(e -> LOGGER.warn("the cleaning of {} ended early", volume.folder(), e));
        schedule.ended(clock.get(), failure.isPresent());
        Optional<CompletableFuture<Integer>> waiting = wanted;
        wanted = Optional.empty();
        waiting.ifPresent(end -> failure.ifPresentOrElse(
                e -> end.completeExceptionally(e instanceof IOException ? e : new IOException(e.getMessage(), e)),
                () -> end.complete(cleaning.deleted())));
    }
}
