package org.rnvr.recorder.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.recorder.internal.catalog.FilesInUse;

class DatedFilesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    private DatedFiles in(String zone) {
        return new DatedFiles(folder, "cam_1", "mp4", () -> ZoneId.of(zone), new FilesInUse());
    }

    private String name(Path file) {
        return folder.relativize(file).toString();
    }

    @Test
    void namesByTheLocalTimeOfTheFirstFrame() throws IOException {
        Path file = in("Asia/Seoul").fileFor(Instant.parse("2026-11-22T15:00:01.999Z"));
        assertEquals("cam_1/20261123/cam_1_20261123_000001.mp4", name(file));
        assertEquals(0, Files.size(file));
    }

    @Test
    void numbersFilesOfTheSameSecondAndTouchesNoneThatIsThere() throws IOException {
        Instant time = Instant.parse("2026-11-22T15:00:01Z");
        Path foreign = folder.resolve("cam_1/20261122/cam_1_20261122_150001.mp4");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "recorded");
        DatedFiles files = in("UTC");
        assertEquals("cam_1/20261122/cam_1_20261122_150001_2.mp4", name(files.fileFor(time)));
        assertEquals("cam_1/20261122/cam_1_20261122_150001_3.mp4", name(files.fileFor(time)));
        assertEquals("recorded", Files.readString(foreign));
    }

    @Test
    void theRecordingFolderIsNotMadeAnew() throws IOException {
        Files.delete(folder);
        IOException gone =
                assertThrows(IOException.class, () -> in("UTC").fileFor(Instant.parse("2026-11-22T15:00:01Z")));
        assertTrue(gone.getMessage().endsWith(": its folder is gone"), gone.getMessage());
        assertFalse(Files.exists(folder));
    }

    @Test
    void theHourThatDaylightSavingRepeatsGivesSecondNames() throws IOException {
        DatedFiles files = new DatedFiles(folder, "cam_1", "mkv", () -> BERLIN, new FilesInUse());
        Instant summer = Instant.parse("2026-10-25T00:30:00Z");
        assertEquals("cam_1/20261025/cam_1_20261025_023000.mkv", name(files.fileFor(summer)));
        assertEquals("cam_1/20261025/cam_1_20261025_023000_2.mkv", name(files.fileFor(summer.plusSeconds(3600))));
    }

    @Test
    void theHourThatDaylightSavingSkipsDoesNotHappen() throws IOException {
        DatedFiles files = new DatedFiles(folder, "cam_1", "mkv", () -> BERLIN, new FilesInUse());
        Instant before = Instant.parse("2026-03-29T00:59:59Z");
        assertEquals("cam_1/20260329/cam_1_20260329_015959.mkv", name(files.fileFor(before)));
        assertEquals("cam_1/20260329/cam_1_20260329_030000.mkv", name(files.fileFor(before.plusSeconds(1))));
    }

    @Test
    void aClockSetBackGivesANumberAndAChangedZoneHoldsAtOnce() throws IOException {
        AtomicReference<ZoneId> zone = new AtomicReference<>(ZoneId.of("UTC"));
        DatedFiles files = new DatedFiles(folder, "cam_1", "ts", zone::get, new FilesInUse());
        Instant time = Instant.parse("2026-11-22T23:30:00Z");
        files.fileFor(time);
        files.fileFor(time.plusSeconds(1800));
        assertEquals("cam_1/20261122/cam_1_20261122_233000_2.ts", name(files.fileFor(time)));
        zone.set(ZoneId.of("Asia/Seoul"));
        assertEquals("cam_1/20261123/cam_1_20261123_083000.ts", name(files.fileFor(time)));
    }

    @Test
    @Timeout(30)
    void noTwoGetTheSameName() throws Exception {
        Instant time = Instant.parse("2026-11-22T15:00:01Z");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Path>> names = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                DatedFiles files = in("UTC");
                names.add(threads.submit(() -> files.fileFor(time)));
            }
            HashSet<Path> different = new HashSet<>();
            for (Future<Path> name : names) {
                different.add(name.get(20, TimeUnit.SECONDS));
            }
            assertEquals(100, different.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void followsSymbolicLinksToFolders() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Path camera = Files.createSymbolicLink(real.resolve("cam_1"), Files.createDirectory(folder.resolve("other")));
        DatedFiles files = new DatedFiles(link, "cam_1", "mp4", () -> ZoneId.of("UTC"), new FilesInUse());
        Path file = files.fileFor(Instant.parse("2026-11-22T15:00:01Z"));
        assertEquals(link.resolve("cam_1/20261122/cam_1_20261122_150001.mp4"), file);
        assertTrue(Files.exists(folder.resolve("other/20261122/cam_1_20261122_150001.mp4")), camera.toString());
    }

    @Test
    void saysWhatIsInTheWay() throws IOException {
        Path file = folder.resolve("cam_1");
        Files.writeString(file, "no folder");
        Instant time = Instant.parse("2026-11-22T15:00:01Z");
        IOException byFile = assertThrows(IOException.class, () -> in("UTC").fileFor(time));
        assertEquals(
                "cannot create the recording folder " + file + ": there is a file of this name", byFile.getMessage());
        Files.delete(file);
        Files.createSymbolicLink(file, folder.resolve("nowhere"));
        IOException byLink = assertThrows(IOException.class, () -> in("UTC").fileFor(time));
        assertEquals(
                "cannot create the recording folder " + file
                        + ": it is a symbolic link that leads to no folder that can be read",
                byLink.getMessage());
    }
}
