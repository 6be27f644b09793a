package org.rnvr.recorder.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.StorageSettings;
import org.rnvr.event.Alert;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.SegmentsDeleted;
import org.rnvr.recorder.internal.volume.KnownVolumes;
import org.rnvr.recorder.internal.volume.SmallDisk;
import org.rnvr.recorder.internal.volume.SpaceLimits;
import org.rnvr.recorder.internal.volume.Storages;
import org.rnvr.recorder.internal.volume.Volume;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;

/** A disk of 64 MB that is cleaned by lanes as the recorder has them. */
@Timeout(120)
class RealCleaningTest {

    private static final int MB = 1 << 20;
    private static final int FILES = 50;

    @TempDir
    Path data;

    private final Shelf shelf = new Shelf();
    private final List<RnvrEvent> events = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService lane = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService diskLane = Executors.newSingleThreadExecutor();
    private SmallDisk disk;
    private Path folder;
    private Cleaner cleaner;
    private Instant oldest;

    @BeforeEach
    void fill() throws IOException {
        assumeTrue(SmallDisk.allowed(), "mounting a disk needs root and loop devices");
        disk = SmallDisk.ext4("cleaned");
        disk.mount();
        folder = disk.mountPoint();
        Volume volume = new Volume(folder, new KnownVolumes(data), InstantSource.system());
        volume.require();
        cleaner = new Cleaner(volume, shelf, lane, diskLane, RealCleaningTest::now, events::add);
        oldest = Instant.now().minus(Duration.ofHours(FILES));
        Path day = Files.createDirectories(folder.resolve("cam/day"));
        for (int i = 0; i < FILES; i++) {
            Path file = Files.write(day.resolve(i + ".mp4"), new byte[MB]);
            shelf.add(file, oldest.plus(Duration.ofHours(i)), Duration.ofMinutes(50), MB, i == 0);
        }
    }

    @AfterEach
    void remove() throws IOException {
        lane.shutdownNow();
        diskLane.shutdownNow();
        if (disk != null) {
            disk.close();
        }
    }

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime());
    }

    private StorageSettings settings() {
        return Storages.with(folder, 0, 25, 75, 30);
    }

    private long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private long total() throws IOException {
        return Files.getFileStore(folder).getTotalSpace();
    }

    @Test
    void aDiskThatFillsIsClearedAtOnceAndNotFurtherThanItMust() throws Exception {
        long before = free();
        SpaceLimits limits = SpaceLimits.of(settings(), total());
        assertTrue(before < limits.cleanBelow());
        StorageStatus status = new StorageStatus(folder, StorageState.LOW, "", total(), before, Instant.now());
        lane.submit(() -> cleaner.consider(settings(), status)).get(20, TimeUnit.SECONDS);
        int deleted = cleaner.cleanUp(settings()).get(60, TimeUnit.SECONDS);
        long needed = limits.cleanUntil() - before;
        assertTrue(deleted * (long) MB >= needed && (deleted - 1) * (long) MB < needed, deleted + " for " + needed);
        assertTrue(Files.exists(folder.resolve("cam/day/0.mp4")), "the open file");
        assertEquals(FILES - deleted, shelf.segments.size());
        SegmentsDeleted event = (SegmentsDeleted) events.get(0);
        assertEquals(1, events.size());
        assertEquals("space", event.reason());
        assertEquals(deleted, event.segments());
        assertEquals(deleted * (long) MB, event.bytes());
        assertEquals(oldest.plus(Duration.ofHours(1)), event.oldest());
        assertTrue(free() >= limits.cleanBelow(), free() + " free");
    }

    @Test
    void whatHasABookmarkGoesWithAWarning() throws Exception {
        shelf.segments.forEach(segment -> shelf.bookmarked.add(segment.file()));
        assertTrue(cleaner.cleanUp(settings()).get(60, TimeUnit.SECONDS) > 0);
        Alert alert = (Alert) events.get(0);
        assertEquals("storage", alert.kind());
        assertEquals("space_bookmarked", ((SegmentsDeleted) events.get(1)).reason());
        assertEquals(2, events.size());
    }

    @Test
    void aDiskThatIsNotThereIsNotCleaned() {
        disk.unmount();
        ExecutionException e = assertThrows(
                ExecutionException.class, () -> cleaner.cleanUp(settings()).get(60, TimeUnit.SECONDS));
        assertTrue(e.getCause() instanceof IOException, e.toString());
        assertEquals(FILES, shelf.segments.size());
        disk.mount();
    }

    @Test
    void aReadOnlyDiskEndsTheCleaningWithOneReason() {
        disk.remount("ro");
        ExecutionException e = assertThrows(
                ExecutionException.class, () -> cleaner.cleanUp(settings()).get(60, TimeUnit.SECONDS));
        assertTrue(e.getCause().getMessage().contains("read-only"), e.toString());
        assertEquals(List.of(), events);
        assertEquals(FILES, shelf.segments.size());
    }
}
