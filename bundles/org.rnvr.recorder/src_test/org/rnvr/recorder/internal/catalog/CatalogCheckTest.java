package org.rnvr.recorder.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.recorder.internal.catalog.CatalogFixture.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.media.Progress;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.MonotonicSpan;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

@Timeout(120)
class CatalogCheckTest {

    private static final String CAMERA = "cam_1";

    @TempDir
    Path folder;

    private CatalogFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new CatalogFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Segment recorded(long from, long to) throws IOException {
        return recorded(CAMERA, from, to);
    }

    private Segment recorded(String camera, long from, long to) throws IOException {
        Segment segment = fixture.onDisk(fixture.segment(camera, from, to));
        fixture.catalog.closed(segment);
        return segment;
    }

    private CatalogReport check() throws IOException {
        return fixture.catalog.check(false, Progress.NONE);
    }

    @Test
    void ofOneMindThereIsNothingToReport() throws IOException {
        recorded(0, 60);
        recorded("cam_2", 0, 60);
        Files.writeString(Files.createDirectories(folder.resolve("lost+found")).resolve("x"), "foreign");
        Files.writeString(folder.resolve("cam_1/20261122/notes.txt"), "foreign");
        Files.writeString(folder.resolve("cam_1/.rnvr-1.probe"), "probe");
        CatalogReport report = check();
        assertTrue(report.isClean(), report.toString());
        assertEquals(2, report.segments());
        assertEquals(List.of(), List.copyOf(fixture.media.repaired));
    }

    @Test
    void filesThatAreGoneLeaveTheCatalog() throws IOException {
        Segment gone = recorded(0, 60);
        Segment kept = recorded(60, 120);
        Segment folderGone = recorded("cam_2", 0, 60);
        Files.delete(gone.file());
        Files.delete(folderGone.file());
        Files.delete(folderGone.file().getParent());
        CatalogReport report = check();
        assertEquals(List.of(gone.file(), folderGone.file()), report.missing());
        assertEquals(List.of(kept.file()), fixture.allFiles(CAMERA));
        assertEquals(List.of(), fixture.allFiles("cam_2"));
        assertTrue(check().isClean());
    }

    @Test
    void aFileThatIsBeingDeletedIsNotMissed() throws IOException {
        Segment segment = recorded(0, 60);
        fixture.catalog.inUse().add(segment.file());
        Files.delete(segment.file());
        assertTrue(check().isClean());
        fixture.catalog.remove(List.of(segment));
        fixture.catalog.inUse().remove(segment.file());
        assertTrue(check().isClean());
    }

    @Test
    void aCameraWhoseFolderLeadsToAVolumeThatIsAwayIsNotMissing() throws IOException {
        Path other = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-other"));
        try {
            Path link = Files.createSymbolicLink(folder.resolve(CAMERA), other);
            Segment segment = recorded(0, 60);
            assertTrue(check().isClean());
            Files.delete(link);
            Files.createSymbolicLink(link, folder.resolve("nowhere"));
            assertTrue(check().isClean());
            assertEquals(List.of(segment.file()), fixture.allFiles(CAMERA));
        } finally {
            Files.move(other, folder.resolve("back"));
        }
    }

    @Test
    void anotherSizeIsReported() throws IOException {
        Segment segment = recorded(0, 60);
        Files.writeString(segment.file(), "video 60 and more");
        assertEquals(List.of(segment.file()), check().changed());
        assertEquals(List.of(segment.file()), check().changed(), "until somebody does something about it");
        assertEquals(
                segment.bytes(),
                fixture.catalog
                        .segments(CAMERA, NOON, NOON.plusSeconds(1))
                        .get(0)
                        .bytes());
    }

    @Test
    void hashesAreComparedOnDemandAndMadeWhereThereIsNone() throws IOException {
        Segment segment = recorded(0, 60);
        assertTrue(fixture.catalog.check(true, Progress.NONE).isClean());
        String hash = fixture.catalog
                .segments(CAMERA, NOON, NOON.plusSeconds(1))
                .get(0)
                .sha256()
                .orElseThrow();
        assertEquals("c56539ae886e1b8ef83e2f04159e67e14f500b84aa5286d944e8a90aaf3a323a", hash);
        Files.writeString(segment.file(), "video 61");
        assertTrue(check().isClean(), "same size");
        assertEquals(
                List.of(segment.file()),
                fixture.catalog.check(true, Progress.NONE).changed());
    }

    @Test
    void hashesAreComputedWhenAFileIsFinished() throws Exception {
        BlockingQueue<String> changes = new LinkedBlockingQueue<>();
        fixture.catalog.observe(changes::add);
        fixture.catalog.setHashing(true);
        Segment segment = fixture.onDisk(fixture.segment(CAMERA, 0, 60));
        fixture.catalog.closed(segment);
        String expected = Sha256.of(segment.file(), () -> false);
        Optional<String> hash = Optional.empty();
        // The row and its hash may come in one batch or in two.
        while (hash.isEmpty() && changes.poll(20, TimeUnit.SECONDS) != null) {
            hash = fixture.catalog
                    .segments(CAMERA, NOON, NOON.plusSeconds(1))
                    .get(0)
                    .sha256();
        }
        assertEquals(Optional.of(expected), hash);
    }

    @Test
    void whatACrashCutOffIsMendedAndEnteredWithItsGap() throws IOException {
        recorded(0, 60);
        OpenFile cut = fixture.open(CAMERA, 60);
        FakeMedia.writeCut(cut.file(), 33);
        fixture.catalog.opened(cut);
        fixture.allFiles(CAMERA);
        fixture.restart();
        assertEquals(1, fixture.allFiles(CAMERA).size(), "how far it goes is not known before it was looked into");
        OpenFile next = fixture.open(CAMERA, 200);
        FakeMedia.write(next.file(), 1);
        fixture.catalog.opened(next);
        CatalogReport report = check();
        assertEquals(List.of(cut.file()), report.entered());
        assertEquals(List.of(cut.file()), List.copyOf(fixture.media.repaired), "what is being written is left alone");
        Segment segment = fixture.crashed.get(0);
        assertEquals(cut.start(), segment.start());
        assertEquals(cut.start().plusSeconds(33), segment.end());
        assertEquals(Optional.of(EndCause.CRASH), segment.cause());
        assertEquals(
                Optional.of(new MonotonicSpan(CatalogFixture.BOOT, 60_000_000_000L, 93_000_000_000L)),
                segment.monotonic());
        assertEquals(33 * 25, segment.frames());
        assertEquals(Files.size(cut.file()), segment.bytes());
        RecordedGap gap = new RecordedGap(CAMERA, segment.end(), next.start(), "crash");
        assertEquals(List.of(gap), fixture.gaps);
        assertEquals(List.of(gap), fixture.catalog.gaps(CAMERA, NOON, NOON.plusSeconds(1_000)));
        assertTrue(check().isClean());
        assertEquals(1, fixture.gaps.size());
    }

    @Test
    void theGapOfACrashWaitsForTheCamerasNextFile() throws IOException {
        OpenFile cut = fixture.open(CAMERA, 60);
        FakeMedia.writeCut(cut.file(), 33);
        fixture.catalog.opened(cut);
        fixture.allFiles(CAMERA);
        fixture.restart();
        check();
        assertEquals(List.of(), fixture.gaps);
        fixture.restart();
        OpenFile next = fixture.open(CAMERA, 200);
        fixture.catalog.opened(next);
        fixture.catalog.opened(fixture.open(CAMERA, 300));
        RecordedGap gap = new RecordedGap(CAMERA, NOON.plusSeconds(93), next.start(), "crash");
        assertEquals(List.of(gap), fixture.catalog.gaps(CAMERA, NOON, NOON.plusSeconds(1_000)));
        assertEquals(List.of(gap), fixture.gapsWhenThereAre(1));
    }

    @Test
    void aCrashBetweenTwoFilesOfOneSessionLeavesNoGap() throws IOException {
        OpenFile cut = fixture.open(CAMERA, 60);
        FakeMedia.writeCut(cut.file(), 33);
        fixture.catalog.opened(cut);
        recorded(90, 120);
        fixture.restart();
        check();
        assertEquals(List.of(), fixture.gaps);
        assertEquals(1, fixture.crashed.size());
    }

    @Test
    void filesThatNobodyKnowsAreEnteredByTheirNames() throws IOException {
        fixture.zone.set(ZoneId.of("Asia/Seoul"));
        Path file = folder.resolve("cam_9/20261122/cam_9_20261122_210000_2.mp4");
        FakeMedia.writeCut(file, 30);
        CatalogReport report = check();
        assertEquals(List.of(file), report.entered());
        Segment segment =
                fixture.catalog.segments("cam_9", NOON, NOON.plusSeconds(1)).get(0);
        assertEquals(NOON, segment.start());
        assertEquals(NOON.plusSeconds(30), segment.end());
        assertEquals(Optional.of(EndCause.UNKNOWN), segment.cause());
        assertEquals(Optional.empty(), segment.monotonic());
        assertEquals(List.of(), fixture.crashed);
        assertEquals(List.of(), fixture.gaps);
    }

    @Test
    void theHourThatDaylightSavingRepeatsIsEnteredInOrder() throws IOException {
        fixture.zone.set(ZoneId.of("Europe/Berlin"));
        Instant summer = Instant.parse("2026-10-25T00:30:00Z");
        List<Path> files = List.of(
                folder.resolve("c/20261025/c_20261025_023000.mkv"),
                folder.resolve("c/20261025/c_20261025_024500.mkv"),
                folder.resolve("c/20261025/c_20261025_021500.mkv"),
                folder.resolve("c/20261025/c_20261025_023000_2.mkv"));
        for (int i = 0; i < files.size(); i++) {
            FakeMedia.write(files.get(i), 900);
            Instant end = summer.plusSeconds(900L * (i == 0 ? 1 : i == 1 ? 2 : i + 2));
            Files.setLastModifiedTime(files.get(i), FileTime.from(end));
        }
        check();
        assertEquals(files, fixture.allFiles("c"));
        assertEquals(
                summer.plusSeconds(3600),
                fixture.catalog.segments("c", Instant.MIN, Instant.MAX).get(3).start());
    }

    @Test
    void whatCannotBePlayedIsLeftAloneAndNotTriedAgainUntilItChanges() throws IOException {
        Path file = folder.resolve("cam_1/20261122/cam_1_20261122_120000.mkv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "rubbish");
        assertEquals(List.of(file), check().unreadable());
        fixture.restart();
        assertEquals(List.of(file), check().unreadable());
        assertEquals(1, fixture.media.repaired.size());
        assertEquals("rubbish", Files.readString(file));
        FakeMedia.write(file, 20);
        assertEquals(List.of(file), check().entered());
        assertTrue(check().isClean());
    }

    @Test
    void namesThatWereTakenAndNeverWrittenToAreDeleted() throws IOException {
        Path taken = folder.resolve("cam_1/20261122/cam_1_20261122_120000.mkv");
        Files.createDirectories(taken.getParent());
        Files.createFile(taken);
        Path inUse = Files.createFile(folder.resolve("cam_1/20261122/cam_1_20261122_120001.mkv"));
        Path foreign = Files.createFile(folder.resolve("cam_1/20261122/empty.mkv"));
        fixture.catalog.inUse().add(inUse);
        OpenFile open = fixture.open("cam_2", 0);
        Files.createDirectories(open.file().getParent());
        Files.createFile(open.file());
        fixture.catalog.opened(open);
        fixture.allFiles(CAMERA);
        fixture.catalog.close();
        fixture.start();
        fixture.catalog.inUse().add(inUse);
        assertTrue(check().isClean());
        assertFalse(Files.exists(taken));
        assertFalse(Files.exists(open.file()));
        assertTrue(Files.exists(inUse));
        assertTrue(Files.exists(foreign));
    }

    @Test
    void anOpenFileThatIsGoneIsMissing() throws IOException {
        OpenFile open = fixture.open(CAMERA, 0);
        fixture.catalog.opened(open);
        fixture.allFiles(CAMERA);
        fixture.restart();
        assertEquals(List.of(open.file()), check().missing());
        assertTrue(check().isClean());
    }

    @Test
    void aFileThatWasDiscardedIsForgotten() throws IOException {
        OpenFile open = fixture.open(CAMERA, 0);
        fixture.catalog.opened(open);
        fixture.catalog.discarded(CAMERA, open.file());
        assertEquals(List.of(), fixture.allFiles(CAMERA));
        assertFalse(fixture.catalog.inUse().contains(open.file()));
        fixture.restart();
        assertTrue(check().isClean());
    }

    @Test
    void tellsHowFarItIsAndCanBeCancelled() throws IOException {
        recorded(0, 60);
        recorded("cam_2", 0, 60);
        FakeMedia.write(folder.resolve("cam_9/20261122/cam_9_20261122_210000.mp4"), 30);
        List<Double> heard = new ArrayList<>();
        fixture.catalog.check(false, listening(heard, false));
        assertEquals(heard.stream().sorted().toList(), heard);
        assertEquals(1.0, heard.get(heard.size() - 1));
        assertTrue(heard.size() >= 3, heard.toString());
        assertThrows(
                CancellationException.class, () -> fixture.catalog.check(false, listening(new ArrayList<>(), true)));
        assertThrows(CancellationException.class, () -> fixture.catalog.rebuild(listening(new ArrayList<>(), true)));
        assertTrue(check().isClean());
    }

    private static Progress listening(List<Double> heard, boolean cancelled) {
        return new Progress() {
            @Override
            public void done(double fraction) {
                heard.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
    }

    @Test
    void madeAnewItSaysWhatTheFilesSay() throws IOException {
        recorded(0, 60);
        recorded(60, 120);
        recorded("cam_2", 0, 30);
        Segment gone = recorded("cam_3", 0, 30);
        Files.delete(gone.file());
        Path unknown = folder.resolve("cam_9/20261122/cam_9_20261122_210000.mp4");
        FakeMedia.write(unknown, 30);
        Bookmark bookmark = fixture.catalog.addBookmark(CAMERA, NOON, NOON.plusSeconds(10), "kept");
        OpenFile writing = fixture.open(CAMERA, 120);
        FakeMedia.writeCut(writing.file(), 5);
        fixture.catalog.opened(writing);
        List<Segment> before = fixture.catalog.segments(CAMERA, NOON, NOON.plusSeconds(119));

        CatalogReport report = fixture.catalog.rebuild(Progress.NONE);

        assertEquals(4, report.segments());
        assertEquals(List.of(unknown), report.entered());
        assertEquals(List.of(gone.file()), report.missing());
        assertEquals(List.of(), report.changed());
        assertFalse(fixture.media.repaired.contains(writing.file()));
        List<Segment> after = fixture.catalog.segments(CAMERA, NOON, NOON.plusSeconds(119));
        assertEquals(asFilesTell(before), asFilesTell(after));
        assertEquals(List.of(bookmark), fixture.catalog.bookmarks(CAMERA, NOON, NOON.plusSeconds(10)));
        assertEquals(3, fixture.allFiles(CAMERA).size(), "the file being written too");
        fixture.catalog.closed(fixture.onDisk(fixture.segment(CAMERA, 120, 125)));
        assertTrue(check().isClean());
        fixture.restart();
        assertTrue(check().isClean());
        assertEquals(asFilesTell(before), asFilesTell(fixture.catalog.segments(CAMERA, NOON, NOON.plusSeconds(119))));
        try (Stream<Path> left = Files.list(folder.resolve(".rnvr"))) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.toString().contains(".new")).toList());
        }
    }

    @Test
    void whatIsRecordedWhileItIsMadeAnewKeepsAllThatIsKnownOfIt() throws IOException {
        recorded(0, 60);
        fixture.allFiles(CAMERA);
        Segment meanwhile = fixture.onDisk(fixture.segment(CAMERA, 60, 120));
        List<Double> steps = new ArrayList<>();
        fixture.catalog.rebuild(new Progress() {
            @Override
            public void done(double fraction) {
                if (steps.isEmpty()) {
                    fixture.catalog.closed(meanwhile);
                    fixture.catalog.gap(new RecordedGap(CAMERA, NOON.plusSeconds(120), NOON.plusSeconds(130), "loss"));
                }
                steps.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        List<Segment> segments = fixture.catalog.segments(CAMERA, NOON, NOON.plusSeconds(1_000));
        assertEquals(2, segments.size());
        assertEquals(meanwhile.monotonic(), segments.get(1).monotonic());
        assertEquals(meanwhile.cause(), segments.get(1).cause());
        assertEquals(
                1, fixture.catalog.gaps(CAMERA, NOON, NOON.plusSeconds(1_000)).size());
    }

    private record FileTells(
            Path file, Instant start, Instant end, String codec, int width, int height, long bytes, long frames) {}

    private static List<FileTells> asFilesTell(List<Segment> segments) {
        return segments.stream()
                .map(segment -> new FileTells(
                        segment.file(),
                        segment.start(),
                        segment.end(),
                        segment.codec(),
                        segment.width(),
                        segment.height(),
                        segment.bytes(),
                        segment.frames()))
                .toList();
    }
}
