package org.rnvr.recorder.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.recorder.internal.catalog.CatalogFixture.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.Footage;
import org.rnvr.recording.MonotonicSpan;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

@Timeout(120)
class CatalogTest {

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

    private Catalog catalog() {
        return fixture.catalog;
    }

    private Instant at(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    private Segment closed(String camera, long from, long to) {
        Segment segment = fixture.segment(camera, from, to);
        catalog().closed(segment);
        return segment;
    }

    private static Segment numbered(long id, Segment segment) {
        return new Segment(
                id,
                segment.cameraId(),
                segment.file(),
                segment.start(),
                segment.end(),
                segment.monotonic(),
                segment.cameraStart(),
                segment.codec(),
                segment.width(),
                segment.height(),
                segment.bytes(),
                segment.frames(),
                segment.cause(),
                segment.sha256());
    }

    @Test
    void keepsAllThatIsKnownOfASegment() throws IOException {
        Segment full = closed(CAMERA, 0, 60);
        Segment bare = new Segment(
                0,
                CAMERA,
                folder.resolve("cam_1/20261122/cam_1_20261122_120100.mp4"),
                at(60).plusNanos(123_456_000),
                at(70),
                Optional.empty(),
                Optional.empty(),
                "h265",
                1920,
                1080,
                5_000_000_000L,
                0,
                Optional.of(EndCause.STORAGE),
                Optional.of("ab".repeat(32)));
        catalog().closed(bare);
        List<Segment> kept = catalog().segments(CAMERA, at(0), at(100));
        assertEquals(List.of(numbered(1, full), numbered(2, bare)), kept);
        fixture.restart();
        assertEquals(kept, catalog().segments(CAMERA, at(0), at(100)));
    }

    @Test
    void findsWhatTouchesATimeAtItsEdges() throws IOException {
        Path a = closed(CAMERA, 0, 60).file();
        Path b = closed(CAMERA, 60, 120).file();
        closed("cam_2", 0, 120);
        assertEquals(List.of(a, b), fixture.files(CAMERA, at(0), at(120)));
        assertEquals(List.of(a), fixture.files(CAMERA, at(0), at(60)), "the end of the range does not belong to it");
        assertEquals(List.of(a, b), fixture.files(CAMERA, at(60), at(61)), "the last frame belongs to its segment");
        assertEquals(List.of(b), fixture.files(CAMERA, at(60).plusNanos(1_000), at(61)));
        assertEquals(List.of(b), fixture.files(CAMERA, at(90), at(90)), "a moment");
        assertEquals(List.of(b), fixture.files(CAMERA, at(120), at(200)));
        assertEquals(List.of(), fixture.files(CAMERA, at(121), at(200)));
        assertEquals(List.of(), fixture.files(CAMERA, at(-10), at(0)));
        assertEquals(List.of(), fixture.files("cam_3", at(0), at(60)));
        assertEquals(List.of(a, b), fixture.files(CAMERA, Instant.MIN, Instant.MAX));
    }

    @Test
    void findsSegmentsOfManyHoursAndThoseThatOverlap() throws IOException {
        Path day = closed(CAMERA, 0, 86_400).file();
        Path twoHours = closed(CAMERA, 10, 7_210).file();
        Path overSix = closed(CAMERA, 7_200, 7_260).file();
        assertEquals(List.of(day), fixture.files(CAMERA, at(80_000), at(80_001)));
        assertEquals(List.of(day, twoHours, overSix), fixture.files(CAMERA, at(7_205), at(7_206)));
        assertEquals(List.of(day, overSix), fixture.files(CAMERA, at(7_211), at(7_212)));
    }

    @Test
    void theFileBeingWrittenIsAmongThem() throws IOException {
        closed(CAMERA, 0, 60);
        OpenFile open = fixture.open(CAMERA, 60);
        FakeMedia.write(open.file(), 1);
        catalog().opened(open);
        fixture.now.set(new Moment(at(75), 75_000_000_000L));
        List<Segment> found = catalog().segments(CAMERA, at(70), at(71));
        assertEquals(1, found.size());
        Segment writing = found.get(0);
        assertTrue(writing.isOpen());
        assertEquals(open.file(), writing.file());
        assertEquals(at(75), writing.end());
        assertEquals(Files.size(open.file()), writing.bytes());
        assertEquals(List.of(), fixture.files(CAMERA, at(76), at(80)));
        assertTrue(catalog().inUse().contains(open.file()));
        catalog().closed(fixture.segment(CAMERA, 60, 75));
        List<Segment> finished = catalog().segments(CAMERA, at(70), at(71));
        assertEquals(
                List.of(Optional.of(EndCause.ROTATION)),
                finished.stream().map(Segment::cause).toList());
        assertFalse(catalog().inUse().contains(open.file()));
    }

    @Test
    void aClockSetBackAnHourLosesNothingAndKeepsTheOrder() throws IOException {
        Path a = closed(CAMERA, 0, 600).file();
        Segment across = fixture.segment(CAMERA, at(600), at(1_200 - 3_600), 600, 1_200);
        catalog().closed(across);
        Segment after = fixture.segment(CAMERA, at(1_200 - 3_600), at(1_800 - 3_600), 1_200, 1_800);
        catalog().closed(after);
        List<Path> order = List.of(a, across.file(), after.file());
        assertEquals(order, fixture.allFiles(CAMERA));
        fixture.restart();
        assertEquals(order, fixture.allFiles(CAMERA));
        assertEquals(
                List.of(across.file()), fixture.files(CAMERA, at(700), at(701)), "under the time before the change");
        assertEquals(
                List.of(across.file()),
                fixture.files(CAMERA, at(1_100 - 3_600), at(1_101 - 3_600)),
                "and under the time after it");
    }

    @Test
    void aClockSetForwardAnHourLosesNothingAndKeepsTheOrder() throws IOException {
        Path a = closed(CAMERA, 0, 600).file();
        Segment across = fixture.segment(CAMERA, at(600), at(1_200 + 3_600), 600, 1_200);
        Segment after = fixture.segment(CAMERA, at(1_200 + 3_600), at(1_800 + 3_600), 1_200, 1_800);
        catalog().closed(after);
        catalog().closed(across);
        assertEquals(List.of(a, across.file(), after.file()), fixture.allFiles(CAMERA));
        assertEquals(List.of(across.file()), fixture.files(CAMERA, at(700), at(701)));
        assertEquals(List.of(across.file()), fixture.files(CAMERA, at(4_700), at(4_701)));
        assertEquals(List.of(after.file()), fixture.files(CAMERA, at(5_000), at(5_001)));
    }

    @Test
    void aClockThatStartedInAnotherCenturyHidesNothing() throws IOException {
        Segment wrong = fixture.segment(CAMERA, Instant.EPOCH, at(600), 0, 600);
        catalog().closed(wrong);
        Path right = closed(CAMERA, 600, 1_200).file();
        assertEquals(List.of(wrong.file(), right), fixture.allFiles(CAMERA));
        assertEquals(List.of(wrong.file()), fixture.files(CAMERA, at(500), at(501)));
        assertEquals(List.of(wrong.file(), right), fixture.files(CAMERA, at(600), at(601)));
        assertEquals(List.of(right), fixture.files(CAMERA, at(700), at(701)));
    }

    @Test
    void bootsAreOrderedByTheWallClock() {
        Segment first = fixture.segment(CAMERA, 0, 60);
        Segment afterRestart = with(fixture.segment(CAMERA, 120, 180), Optional.of(new MonotonicSpan("boot-2", 5, 6)));
        Segment fromFile = with(fixture.segment(CAMERA, 60, 120), Optional.empty());
        assertEquals(List.of(first, fromFile, afterRestart), RecordingOrder.of(List.of(afterRestart, fromFile, first)));
    }

    private static Segment with(Segment segment, Optional<MonotonicSpan> monotonic) {
        return new Segment(
                0,
                segment.cameraId(),
                segment.file(),
                segment.start(),
                segment.end(),
                monotonic,
                segment.cameraStart(),
                segment.codec(),
                segment.width(),
                segment.height(),
                segment.bytes(),
                segment.frames(),
                segment.cause(),
                segment.sha256());
    }

    @Test
    void keepsGaps() throws IOException {
        RecordedGap loss = new RecordedGap(CAMERA, at(10), at(20), "loss");
        RecordedGap days = new RecordedGap(CAMERA, at(20), at(400_000), "storage");
        catalog().gap(days);
        catalog().gap(loss);
        catalog().gap(new RecordedGap("cam_2", at(10), at(20), "loss"));
        assertEquals(List.of(loss, days), catalog().gaps(CAMERA, at(0), at(100)));
        assertEquals(List.of(loss), catalog().gaps(CAMERA, at(0), at(20)));
        assertEquals(List.of(days), catalog().gaps(CAMERA, at(300_000), at(300_000)));
        assertEquals(List.of(), catalog().gaps(CAMERA, at(0), at(10)));
    }

    @Test
    void keepsBookmarks() throws IOException {
        Bookmark range = catalog().addBookmark(CAMERA, at(10), at(20), "a red car; \"quoted\" 자동차");
        Bookmark moment = catalog().addBookmark(CAMERA, at(30), at(30), "");
        assertEquals(fixture.now.get().time(), range.created());
        assertEquals(List.of(range, moment), catalog().bookmarks(CAMERA, at(0), at(100)));
        assertEquals(List.of(range), catalog().bookmarks(CAMERA, at(20), at(30)));
        assertEquals(List.of(moment), catalog().bookmarks(CAMERA, at(30), at(30)));
        catalog().removeBookmark(range.id());
        catalog().removeBookmark(4711);
        assertEquals(List.of(moment), catalog().bookmarks(CAMERA, at(0), at(100)));
        assertThrows(IllegalArgumentException.class, () -> catalog().addBookmark(CAMERA, at(1), at(0), ""));
    }

    @Test
    void theOldestAreFoundWithAndWithoutBookmarks() throws IOException {
        Segment a = closed(CAMERA, 0, 60);
        Segment b = closed("cam_2", 30, 90);
        Segment c = closed(CAMERA, 61, 120);
        catalog().addBookmark(CAMERA, at(60), at(60), "keep");
        assertEquals(List.of(a.file(), b.file()), oldest(2, Optional.empty(), true));
        assertEquals(List.of(b.file(), c.file()), oldest(2, Optional.empty(), false));
        assertEquals(List.of(a.file(), b.file()), oldest(9, Optional.of(at(100)), true));
        assertTrue(catalog().touchesBookmark(a));
        assertFalse(catalog().touchesBookmark(b), "a bookmark of another camera");
        assertFalse(catalog().touchesBookmark(c));
        catalog().remove(List.of(a, b));
        assertEquals(List.of(c.file()), oldest(9, Optional.empty(), true));
        assertEquals(List.of(), fixture.allFiles("cam_2"));
    }

    private List<Path> oldest(int limit, Optional<Instant> endedBefore, boolean bookmarkedToo) throws IOException {
        return catalog().oldest(limit, endedBefore, bookmarkedToo).stream()
                .map(Segment::file)
                .toList();
    }

    @Test
    void tellsFootageInFigures() throws IOException {
        assertEquals(List.of(), catalog().footage());
        Segment a = closed(CAMERA, 0, 600);
        closed(CAMERA, 10, 60);
        closed("cam_2", 0, 90_000);
        closed("cam_2", 10, 20);
        assertEquals(
                List.of(new Footage(CAMERA, at(0), at(600), 2, 20), new Footage("cam_2", at(0), at(90_000), 2, 20)),
                catalog().footage());
        assertEquals(Map.of(CAMERA, 10L, "cam_2", 10L), catalog().bytesRecordedSince(at(1)));
        catalog().closed(a); // said twice, counts once
        OpenFile open = fixture.open("cam_3", 0);
        FakeMedia.write(open.file(), 1);
        catalog().opened(open);
        assertEquals(
                List.of(
                        new Footage(CAMERA, at(0), at(600), 2, 20),
                        new Footage("cam_2", at(0), at(90_000), 2, 20),
                        new Footage("cam_3", at(0), fixture.now.get().time(), 1, Files.size(open.file()))),
                catalog().footage());
        catalog().remove(List.of(a));
        assertEquals(
                new Footage(CAMERA, at(10), at(60), 1, 10), catalog().footage().get(0));
    }

    @Test
    void tellsWhichCameraChangedAndSurvivesItsObservers() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        catalog().observe(camera -> {
            throw new IllegalStateException("an observer that fails");
        });
        Registration registration = catalog().observe(heard::add);
        closed(CAMERA, 0, 60);
        assertEquals(1, fixture.allFiles(CAMERA).size());
        catalog().addBookmark("cam_2", at(0), at(1), "");
        assertEquals(List.of(CAMERA, "cam_2"), heard);
        registration.close();
        closed(CAMERA, 60, 70);
        assertEquals(2, fixture.allFiles(CAMERA).size());
        assertEquals(2, heard.size());
    }

    @Test
    void theVolumeMayBeMountedElsewhere() throws IOException {
        Segment a = closed(CAMERA, 0, 60);
        fixture.allFiles(CAMERA);
        catalog().close();
        Path elsewhere = folder.resolveSibling(folder.getFileName() + " elsewhere?#%41");
        Files.move(folder, elsewhere);
        try (CatalogFixture moved = new CatalogFixture(elsewhere)) {
            assertEquals(List.of(elsewhere.resolve(folder.relativize(a.file()))), moved.allFiles(CAMERA));
        } finally {
            Files.move(elsewhere, folder);
        }
    }

    @Test
    void waitsWhileTheVolumeIsAwayAndLosesNothing() throws IOException {
        Path a = closed(CAMERA, 0, 60).file();
        fixture.allFiles(CAMERA);
        catalog().suspend("the volume was taken out");
        Path b = closed(CAMERA, 60, 120).file();
        catalog().gap(new RecordedGap(CAMERA, at(120), at(130), "storage"));
        IOException away = assertThrows(IOException.class, () -> fixture.allFiles(CAMERA));
        assertTrue(away.getMessage().contains("the volume was taken out"), away.getMessage());
        assertEquals(2, catalog().waiting());
        catalog().use(folder);
        assertEquals(List.of(a, b), fixture.allFiles(CAMERA));
        assertEquals(1, catalog().gaps(CAMERA, at(0), at(200)).size());
        assertEquals(0, catalog().waiting());
    }

    @Test
    void writesNothingWhereNoVolumeOfItsOwnIs() throws IOException {
        Path below = Files.createDirectory(folder.resolve("below"));
        catalog().use(below);
        IOException away = assertThrows(IOException.class, () -> fixture.allFiles(CAMERA));
        assertTrue(away.getMessage().contains("is away, or its volume"), away.getMessage());
        try (Stream<Path> files = Files.list(below)) {
            assertEquals(List.of(), files.toList());
        }
        CatalogFixture.mark(below);
        assertEquals(List.of(), fixture.allFiles(CAMERA));
        assertTrue(Files.exists(below.resolve(".rnvr/catalog.db")));
    }

    @Test
    void twoRecordersDoNotShareAFolder() throws IOException {
        closed(CAMERA, 0, 60);
        fixture.allFiles(CAMERA);
        try (CatalogFixture second = new CatalogFixture(folder)) {
            IOException refused = assertThrows(IOException.class, () -> second.allFiles(CAMERA));
            assertTrue(refused.getMessage().contains("in use by another recorder"), refused.getMessage());
        }
        assertEquals(1, fixture.allFiles(CAMERA).size());
    }
}
