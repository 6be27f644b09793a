package org.rnvr.recorder.internal.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.event.Moment;
import org.rnvr.event.Storage;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;

@Timeout(120)
class WatchedVolumeTest {

    private static final long NANOS_A_READING = 500_000_000L;

    @TempDir
    Path disk;

    private final ScheduledExecutorService lane = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<Runnable> diskWork = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<StorageStatus> told = new LinkedBlockingQueue<>();
    private final AtomicLong readings = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private volatile boolean passing = true;

    @AfterEach
    void end() {
        lane.shutdownNow();
    }

    /** A clock of which half a second is gone at each reading, and that stands still during a look. */
    private Moment now() {
        readings.incrementAndGet();
        long now = passing ? nanos.addAndGet(NANOS_A_READING) : nanos.get();
        return new Moment(Instant.EPOCH.plusNanos(now), now);
    }

    private WatchedVolume watch(Executor diskLane) throws Exception {
        Path folder = disk.resolve("recordings");
        Volume volume = new Volume(
                folder, new KnownVolumes(Files.createDirectories(disk.resolve("data"))), InstantSource.system());
        WatchedVolume.Listener listener = new WatchedVolume.Listener() {
            @Override
            public void changed(StorageStatus status) {
                told.add(status);
            }

            @Override
            public void happened(Storage event) {
                events.add(event.state());
            }

            @Override
            public void looked(StorageStatus status) {
                passing = true;
            }
        };
        Executor looking = look -> {
            passing = false;
            diskLane.execute(look);
        };
        return new WatchedVolume(volume, Storages.with(folder, 0, 0, 99, 30), lane, looking, this::now, listener);
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(30, TimeUnit.SECONDS);
        assertTrue(next != null, "nothing came");
        return next;
    }

    @Test
    void aDiskThatHangsIsReportedAndHoldsNothingUp() throws Exception {
        WatchedVolume watched = watch(diskWork::add);
        Runnable hanging = next(diskWork);
        passing = true;
        assertEquals("error", next(events));
        assertEquals(StorageState.ERROR, watched.status().state());
        assertTrue(
                watched.status().text().contains("does not answer"),
                watched.status().text());
        assertNull(diskWork.poll(), "a second look while one hangs");
        hanging.run();
        next(diskWork).run();
        assertEquals("ok", next(events));
        assertEquals(StorageState.OK, watched.status().state());
    }

    @Test
    void aVolumeIsAdoptedAndThenLeft() throws Exception {
        WatchedVolume watched = watch(Runnable::run);
        StorageStatus first = next(told);
        assertEquals(StorageState.OK, first.state());
        assertTrue(first.totalBytes() > 0, first.toString());
        Files.move(watched.volume().folder(), disk.resolve("elsewhere"));
        assertEquals("missing", next(events));
        watched.adopt();
        assertEquals("ok", next(events));
        StorageStatus later = next(told);
        assertEquals(StorageState.MISSING, later.state());
        while (later.state() == StorageState.MISSING) {
            later = next(told); // its text changes while the folder is made
        }
        assertEquals(StorageState.OK, later.state());
        assertTrue(Files.exists(watched.volume().folder().resolve(Marker.FILE)));
        lane.submit(watched::close).get(30, TimeUnit.SECONDS);
        Files.move(watched.volume().folder(), disk.resolve("second"));
        long before = readings.get();
        lane.submit(() -> {}).get(30, TimeUnit.SECONDS);
        assertEquals(before, readings.get());
    }
}
