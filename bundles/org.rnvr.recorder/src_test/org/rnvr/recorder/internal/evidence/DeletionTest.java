package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.recorder.internal.evidence.Recorded.T0;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.media.Progress;
import org.rnvr.recording.Segment;
import org.rnvr.recording.Selection;
import org.rnvr.recording.TransferResult;

class DeletionTest {

    private static final long DAY = 86_400;
    private static final Selection ALL = new Selection(List.of("cam_1", "cam_2"), T0, T0.plusSeconds(10 * DAY));

    @TempDir
    Path root;

    private Recorded recorded;

    @BeforeEach
    void open() throws IOException {
        recorded = new Recorded(root);
    }

    @Test
    void chosenSegmentsGoWithTheirEmptyFoldersADayAtATime() throws IOException {
        Segment one = recorded.add("cam_1", 0, 60);
        Segment two = recorded.add("cam_1", 60, 120);
        Segment nextDay = recorded.add("cam_1", DAY, DAY + 60);
        Segment other = recorded.add("cam_2", 0, 60);
        Segment kept = recorded.add("cam_9", 0, 60);
        CancelledAfter progress = new CancelledAfter(CancelledAfter.NEVER);
        TransferResult result = delete(true, progress);
        long bytes = one.bytes() + two.bytes() + nextDay.bytes() + other.bytes();
        assertEquals(new TransferResult(4, 0, bytes, List.of()), result);
        assertEquals(1, progress.last());
        assertEquals(List.of(List.of(one, two), List.of(nextDay), List.of(other)), recorded.catalog.removals);
        assertEquals(List.of(kept), recorded.catalog.segments);
        assertTrue(Files.exists(kept.file()));
        assertTrue(Files.notExists(one.file().getParent()));
        assertTrue(Files.exists(recorded.recordings.resolve("cam_1")));
    }

    @Test
    void theFileGoesBeforeTheCatalogForgetsIt() throws IOException {
        Segment segment = recorded.add("cam_1", 0, 60);
        SegmentRemoval removal = segments -> {
            assertTrue(Files.notExists(segment.file()));
            assertTrue(Files.exists(segment.file().getParent()));
            recorded.catalog.remove(segments);
        };
        assertEquals(
                1,
                service(removal, Recorded.CLOCK)
                        .delete(ALL, true, Progress.NONE)
                        .done());
    }

    @Test
    void oneBeingWrittenStays() throws IOException {
        Segment open = recorded.add("cam_1", 0, 60, "being written", false);
        assertEquals(new TransferResult(0, 0, 0, List.of()), delete(true, Progress.NONE));
        assertTrue(Files.exists(open.file()));
        assertEquals(List.of(open), recorded.catalog.segments);
    }

    @Test
    void bookmarkedOnesGoOnlyIfAskedFor() throws IOException {
        Segment before = recorded.add("cam_1", 0, 60);
        Segment marked = recorded.add("cam_1", 100, 160);
        Segment markedAtItsEnd = recorded.add("cam_1", 200, 260);
        Segment sameTime = recorded.add("cam_2", 100, 160);
        recorded.catalog.addBookmark("cam_1", T0.plusSeconds(110), T0.plusSeconds(120), "look");
        recorded.catalog.addBookmark("cam_1", T0.plusSeconds(260), T0.plusSeconds(260), "a moment");
        assertEquals(2, delete(false, Progress.NONE).done());
        assertTrue(Files.notExists(before.file()));
        assertTrue(Files.notExists(sameTime.file()));
        assertEquals(List.of(marked, markedAtItsEnd), recorded.catalog.segments);
        assertEquals(2, delete(true, Progress.NONE).done());
        assertEquals(List.of(), recorded.catalog.segments);
    }

    @Test
    void aBookmarkOutsideTheSelectionKeepsASegmentThatReachesIntoIt() throws IOException {
        Segment marked = recorded.add("cam_1", 0, 60);
        recorded.catalog.addBookmark("cam_1", T0.plusSeconds(5), T0.plusSeconds(5), "early");
        Selection late = new Selection(List.of("cam_1"), T0.plusSeconds(50), T0.plusSeconds(60));
        assertEquals(
                0,
                service(recorded.catalog, Recorded.CLOCK)
                        .delete(late, false, Progress.NONE)
                        .done());
        assertTrue(Files.exists(marked.file()));
    }

    @Test
    void whatCannotBeDeletedIsToldAndTheRestGoes() throws IOException {
        Segment stubborn = recorded.add("cam_1", 0, 60);
        recorded.add("cam_1", 60, 120);
        Files.delete(stubborn.file());
        Path inside = Files.createDirectories(stubborn.file().resolve("inside"));
        TransferResult result = delete(true, Progress.NONE);
        assertEquals(1, result.done());
        assertEquals(1, result.problems().size());
        assertTrue(
                result.problems().get(0).startsWith(stubborn.file() + ": it cannot be deleted"),
                result.problems().get(0));
        assertTrue(Files.exists(inside));
        assertEquals(List.of(stubborn), recorded.catalog.segments);
    }

    @Test
    void aFileThatIsGoneIsForgottenAndAFolderThatIsAwayIsNot() throws IOException {
        Segment gone = recorded.add("cam_1", 0, 60);
        Segment away = recorded.add("cam_2", 0, 60);
        Files.delete(gone.file());
        Files.delete(away.file());
        Files.delete(away.file().getParent());
        TransferResult result = delete(true, Progress.NONE);
        assertEquals(1, result.done());
        assertEquals(
                List.of(away.file() + ": it cannot be deleted: neither it nor its folder is there"), result.problems());
        assertEquals(List.of(away), recorded.catalog.segments);
    }

    @Test
    void aCatalogThatRefusesIsToldForEveryFile() throws IOException {
        Segment one = recorded.add("cam_1", 0, 60);
        Segment two = recorded.add("cam_1", 60, 120);
        recorded.catalog.refusing = true;
        String problem = ": it is deleted, and the catalog still lists it: the catalog is away";
        assertEquals(
                new TransferResult(0, 0, 0, List.of(one.file() + problem, two.file() + problem)),
                delete(true, Progress.NONE));
        recorded.catalog.refusing = false;
        assertEquals(2, delete(true, Progress.NONE).done());
        assertEquals(List.of(), recorded.catalog.segments);
    }

    @Test
    void cancelledFilesAndCatalogAreOfOneMind() throws IOException {
        for (int i = 0; i < 6; i++) {
            recorded.add("cam_1", i * 60, i * 60 + 60);
        }
        TransferResult result = delete(true, new CancelledAfter(3));
        assertEquals(3, result.done());
        assertEquals(List.of(), result.problems());
        assertEquals(3, recorded.catalog.segments.size());
        assertTrue(recorded.catalog.segments.stream().allMatch(segment -> Files.exists(segment.file())));
    }

    @Test
    void todaysFolderStaysForTheNextFile() throws IOException {
        Segment segment = recorded.add("cam_1", 0, 60);
        Clock today = Clock.fixed(T0.plusSeconds(70), Recorded.ZONE);
        assertEquals(
                1,
                service(recorded.catalog, today)
                        .delete(ALL, true, Progress.NONE)
                        .done());
        assertTrue(Files.exists(segment.file().getParent()));
    }

    @Test
    void aFolderWithSomethingElseInItStays() throws IOException {
        Segment segment = recorded.add("cam_1", 0, 60);
        Path other = Files.writeString(segment.file().resolveSibling("notes.txt"), "");
        assertEquals(1, delete(true, Progress.NONE).done());
        assertTrue(Files.exists(other));
    }

    private TransferResult delete(boolean bookmarkedToo, Progress progress) throws IOException {
        return service(recorded.catalog, Recorded.CLOCK).delete(ALL, bookmarkedToo, progress);
    }

    private BackupService service(SegmentRemoval removal, Clock clock) {
        return new BackupService(
                recorded.catalog, removal, recorded::site, OutputFiles.OF_SYSTEM, FreeSpace.OF_VOLUME, clock);
    }
}
