package org.rnvr.recorder.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.StorageSettings;
import org.rnvr.event.Alert;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.SegmentsDeleted;
import org.rnvr.recorder.internal.volume.KnownVolumes;
import org.rnvr.recorder.internal.volume.Storages;
import org.rnvr.recorder.internal.volume.Volume;
import org.rnvr.recording.Segment;

class CleaningTest {

    private static final Moment NOW = new Moment(Instant.parse("2026-11-25T12:00:00Z"), 1);
    private static final Duration LENGTH = Duration.ofMinutes(10);

    @TempDir
    Path disk;

    private Path folder;
    private Volume volume;
    private final Shelf shelf = new Shelf();
    private final List<RnvrEvent> events = new ArrayList<>();
    private final Set<Path> reported = new HashSet<>();

    @BeforeEach
    void install() throws IOException {
        folder = disk.resolve("recordings");
        volume = new Volume(
                folder, new KnownVolumes(Files.createDirectory(disk.resolve("data"))), InstantSource.system());
        volume.require();
    }

    private Segment record(int daysAgo, String name) throws IOException {
        Path file = folder.resolve("cam/day" + daysAgo + "/" + name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[1000]);
        return shelf.add(file, NOW.time().minus(Duration.ofDays(daysAgo)), LENGTH, 1000, false);
    }

    private int clean() throws IOException {
        Cleaning cleaning = cleaning();
        for (int steps = 0; cleaning.step(); steps++) {
            assertTrue(steps < 100, "does not end");
        }
        return cleaning.deleted();
    }

    private Cleaning cleaning() {
        StorageSettings aged = Storages.with(folder, 0, 0, 99, 30);
        return new Cleaning(volume, aged, shelf, () -> NOW, events::add, reported);
    }

    @Test
    void deletesFilesTheirRowsAndEmptyFoldersAndSaysSo() throws IOException {
        Segment oldest = record(50, "a.mp4");
        record(50, "b.mp4");
        Segment newest = record(40, "a.mp4");
        record(40, "c.mp4");
        Path foreign = Files.writeString(folder.resolve("cam/day40/notes.txt"), "an operator's");
        Segment kept = record(1, "a.mp4");
        assertEquals(4, clean());
        assertEquals(List.of(kept), shelf.segments);
        assertFalse(Files.exists(folder.resolve("cam/day50")));
        assertTrue(Files.exists(foreign));
        assertTrue(Files.exists(kept.file()));
        assertEquals(List.of(new SegmentsDeleted(NOW, 4, 4000, oldest.start(), newest.end(), "age")), events);
    }

    @Test
    void theLastFolderOfACameraGoesButNotTheRecordingFolder() throws IOException {
        record(50, "a.mp4");
        clean();
        assertFalse(Files.exists(folder.resolve("cam")));
        assertTrue(Files.exists(folder));
    }

    @Test
    void aFileThatIsGoneAlreadyOnlyLosesItsRow() throws IOException {
        Files.delete(record(50, "a.mp4").file());
        record(50, "b.mp4");
        assertEquals(2, clean());
        assertEquals(List.of(), shelf.segments);
        assertEquals(1000, ((SegmentsDeleted) events.get(0)).bytes());
    }

    @Test
    void filesOfAVolumeThatWasTakenAwayDoNotCountAsDeleted() throws IOException {
        Segment segment = record(50, "a.mp4");
        Stock taken = new Stock() {
            @Override
            public List<Segment> oldest(int limit, Instant endedBefore, boolean bookmarkedToo) throws IOException {
                if (Files.exists(folder)) {
                    Files.move(folder, disk.resolve("elsewhere"));
                }
                return shelf.oldest(limit, endedBefore, bookmarkedToo);
            }

            @Override
            public void forget(Segment gone) {
                throw new AssertionError("forgotten though it is elsewhere");
            }
        };
        Cleaning cleaning =
                new Cleaning(volume, Storages.with(folder, 0, 0, 99, 30), taken, () -> NOW, events::add, reported);
        assertThrows(IOException.class, cleaning::step);
        assertTrue(Files.exists(disk.resolve("elsewhere").resolve(folder.relativize(segment.file()))));
        assertThrows(IOException.class, () -> cleaning().step());
        assertEquals(List.of(), events);
    }

    @Test
    void aStockThatForgetsLateHasNothingDeletedTwice() throws IOException {
        for (int i = 0; i < 12; i++) {
            record(50, i + ".mp4");
        }
        Stock late = new Stock() {
            @Override
            public List<Segment> oldest(int limit, Instant endedBefore, boolean bookmarkedToo) {
                return shelf.oldest(limit, endedBefore, bookmarkedToo);
            }

            @Override
            public void forget(Segment segment) {
                // it never gets to it
            }
        };
        Cleaning cleaning =
                new Cleaning(volume, Storages.with(folder, 0, 0, 99, 30), late, () -> NOW, events::add, reported);
        for (int steps = 0; cleaning.step(); steps++) {
            assertTrue(steps < 100, "does not end");
        }
        assertEquals(12, cleaning.deleted());
        assertEquals(12, ((SegmentsDeleted) events.get(0)).segments());
    }

    @Test
    void aFileThatCannotBeDeletedIsAProblemOnceAndHoldsUpNothing() throws IOException {
        for (int i = 0; i < 12; i++) {
            // a folder that is not empty cannot be deleted by anybody
            Path stubborn = record(60, "s" + i + ".mp4").file();
            Files.delete(stubborn);
            Files.createDirectories(stubborn.resolve("inside"));
        }
        record(50, "a.mp4");
        assertEquals(1, clean());
        assertEquals(0, clean());
        List<RnvrEvent> alerts = events.stream().filter(Alert.class::isInstance).toList();
        assertEquals(1, alerts.size());
        Alert alert = (Alert) alerts.get(0);
        assertEquals("storage", alert.kind());
        assertEquals(Optional.empty(), alert.camera());
        assertTrue(alert.message().contains("s0.mp4") && alert.message().contains("11 others"), alert.message());
        assertEquals(12, shelf.segments.size());
    }

    @Test
    void nothingOutsideTheRecordingFolderIsDeleted() throws IOException {
        Path outside = Files.writeString(disk.resolve("outside.mp4"), "not a recording");
        shelf.add(folder.resolve("../outside.mp4"), NOW.time().minus(Duration.ofDays(90)), LENGTH, 10, false);
        assertEquals(0, clean());
        assertTrue(Files.exists(outside));
        assertEquals(1, events.size());
    }
}
