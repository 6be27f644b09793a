package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.rnvr.recorder.internal.evidence.Recorded.T0;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.config.BackupSettings;
import org.rnvr.media.Progress;
import org.rnvr.recording.Segment;
import org.rnvr.recording.Selection;
import org.rnvr.recording.TransferResult;

class BackupServiceTest {

    private static final Selection ALL = new Selection(List.of("cam_1", "cam_2"), T0, T0.plusSeconds(86_400));
    private static final int BLOCK = 1 << 20;

    @TempDir
    Path root;

    private Recorded recorded;
    private Path destination;
    private OutputFiles outputs = OutputFiles.OF_SYSTEM;
    private FreeSpace freeSpace = FreeSpace.OF_VOLUME;

    @BeforeEach
    void open() throws IOException {
        recorded = new Recorded(root);
        destination = Files.createDirectory(root.resolve("destination"));
    }

    @Test
    void closedSegmentsAreCopiedToTheSamePlacesWithTheirTimes() throws IOException {
        Segment one = recorded.add("cam_1", 0, 60);
        Segment other = recorded.add("cam_2", 0, 60);
        recorded.add("cam_1", 60, 70, "being written", false);
        CancelledAfter progress = new CancelledAfter(CancelledAfter.NEVER);
        TransferResult result = service().backup(ALL, Optional.of(destination), progress);
        assertEquals(new TransferResult(2, 0, one.bytes() + other.bytes(), List.of()), result);
        assertEquals(1, progress.last());
        for (Segment segment : List.of(one, other)) {
            Path copy = copyOf(segment);
            assertArrayEquals(Files.readAllBytes(segment.file()), Files.readAllBytes(copy));
            assertEquals(Files.getLastModifiedTime(segment.file()), Files.getLastModifiedTime(copy));
        }
        assertEquals(2, files(destination).size());
        assertEquals(3, recorded.catalog.segments.size());
    }

    @Test
    void withoutADestinationThatOfTheConfigurationIsUsed() throws IOException {
        Segment segment = recorded.add("cam_1", 0, 60);
        assertRefused("set backup.destination_path", Optional.empty());
        recorded.backup = new BackupSettings(Optional.of(destination), false, true);
        assertEquals(1, service().backup(ALL, Optional.empty(), Progress.NONE).done());
        assertTrue(Files.exists(copyOf(segment)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void originalsAreDeletedOnceTheirCopiesAreVerified(boolean verification) throws IOException {
        recorded.backup = new BackupSettings(Optional.empty(), true, verification);
        Segment one = recorded.add("cam_1", 0, 60);
        Segment other = recorded.add("cam_1", 60, 120);
        Segment open = recorded.add("cam_2", 0, 60, "being written", false);
        assertEquals(List.of(), backup().problems());
        assertEquals(List.of(copyOf(one), copyOf(other)), files(destination));
        assertEquals(List.of(open.file()), files(recorded.recordings));
        assertEquals(List.of(open), recorded.catalog.segments);
        assertTrue(Files.notExists(one.file().getParent()), "the day's folder is empty and goes");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDestinationThatFalsifiesCostsNoOriginal(boolean verification) throws IOException {
        recorded.backup = new BackupSettings(Optional.empty(), true, verification);
        Segment segment = recorded.add("cam_1", 0, 60);
        outputs = file -> new Passing(OutputFiles.OF_SYSTEM.create(file)) {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                ByteBuffer falsified = ByteBuffer.allocate(bytes.remaining()).put(bytes);
                falsified.put(0, (byte) (falsified.get(0) ^ 1));
                super.write(falsified.flip());
            }
        };
        TransferResult result = backup();
        assertEquals(0, result.done());
        assertEquals(1, result.problems().size());
        assertTrue(
                result.problems().get(0).startsWith(segment.file() + ": its copy came back different"),
                result.problems().get(0));
        assertTrue(Files.exists(segment.file()));
        assertEquals(List.of(segment), recorded.catalog.segments);
        assertEquals(List.of(), files(destination));
    }

    @Test
    void aDestinationThatLosesTheEndCostsNoOriginal() throws IOException {
        recorded.backup = new BackupSettings(Optional.empty(), true, true);
        Segment segment = recorded.add("cam_1", 0, 60);
        outputs = file -> new Passing(OutputFiles.OF_SYSTEM.create(file)) {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                super.write(bytes.limit(bytes.limit() - 1));
            }
        };
        assertEquals(1, backup().problems().size());
        assertTrue(Files.exists(segment.file()));
        assertEquals(List.of(), files(destination));
    }

    @Test
    void anOriginalThatIsNotWhatWasRecordedIsCopiedAndKept() throws IOException {
        recorded.backup = new BackupSettings(Optional.empty(), true, true);
        Segment segment = recorded.add("cam_1", 0, 60);
        Files.writeString(segment.file(), "something else");
        for (int run = 0; run < 2; run++) {
            TransferResult result = backup();
            assertEquals(run == 0 ? 1 : 0, result.done());
            assertEquals(run, result.already());
            assertEquals(1, result.problems().size());
            assertTrue(
                    result.problems().get(0).contains("changed since it was recorded"),
                    result.problems().get(0));
            assertTrue(Files.exists(segment.file()));
            assertEquals("something else", Files.readString(copyOf(segment)));
        }
    }

    @Test
    void whatIsThereAlreadyIsNotCopiedAgain() throws IOException {
        recorded.add("cam_1", 0, 60);
        recorded.add("cam_2", 0, 60);
        assertEquals(2, backup().done());
        Segment added = recorded.add("cam_1", 60, 120);
        assertEquals(new TransferResult(1, 2, added.bytes(), List.of()), backup());
    }

    @Test
    void whatIsThereAlreadyAndIsWhatWasRecordedLetsTheOriginalGo() throws IOException {
        Segment segment = recorded.add("cam_1", 0, 60);
        assertEquals(1, backup().done());
        recorded.backup = new BackupSettings(Optional.empty(), true, true);
        assertEquals(new TransferResult(0, 1, 0, List.of()), backup());
        assertTrue(Files.notExists(segment.file()));
        assertEquals(List.of(), recorded.catalog.segments);
    }

    @Test
    void aDeletionThatThePowerWentFromIsFinished() throws IOException {
        Segment segment = recorded.add("cam_1", 0, 60);
        assertEquals(1, backup().done());
        Files.delete(segment.file()); // and the catalog has not forgotten it
        recorded.backup = new BackupSettings(Optional.empty(), true, true);
        assertEquals(new TransferResult(0, 1, 0, List.of()), backup());
        assertEquals(List.of(), recorded.catalog.segments);
    }

    @Test
    void aFileWithOtherContentIsNeverOverwritten() throws IOException {
        recorded.backup = new BackupSettings(Optional.empty(), true, true);
        Segment segment = recorded.add("cam_1", 0, 60);
        Path taken = copyOf(segment);
        Files.createDirectories(taken.getParent());
        Files.writeString(taken, "of somebody else");
        TransferResult result = backup();
        assertEquals(
                List.of(segment.file() + ": " + taken + " is there with other content; it was left alone"),
                result.problems());
        assertEquals("of somebody else", Files.readString(taken));
        assertTrue(Files.exists(segment.file()));
    }

    @Test
    void aLinkToTheOriginalIsNoCopy() throws IOException {
        recorded.backup = new BackupSettings(Optional.empty(), true, true);
        Segment hard = recorded.add("cam_1", 0, 60);
        Segment soft = recorded.add("cam_1", 60, 120);
        Files.createDirectories(copyOf(hard).getParent());
        Files.createLink(copyOf(hard), hard.file());
        Files.createSymbolicLink(copyOf(soft), soft.file());
        TransferResult result = backup();
        assertEquals(2, result.problems().size());
        assertEquals(0, result.already());
        assertTrue(Files.exists(hard.file()));
        assertTrue(Files.exists(soft.file()));
    }

    @Test
    void aFolderOfTheDestinationThatLeadsIntoTheRecordingsIsRefused() throws IOException {
        recorded.backup = new BackupSettings(Optional.empty(), true, true);
        Segment segment = recorded.add("cam_1", 0, 60);
        Files.createSymbolicLink(destination.resolve("cam_1"), recorded.recordings.resolve("cam_1"));
        TransferResult result = backup();
        assertEquals(1, result.problems().size());
        assertTrue(
                result.problems().get(0).contains("lies in the recording folder"),
                result.problems().get(0));
        assertEquals(List.of(segment.file()), files(recorded.recordings));
    }

    @Test
    void anOriginalThatCannotBeReadDoesNotStopTheOthers() throws IOException {
        Segment gone = recorded.add("cam_1", 0, 60);
        Segment other = recorded.add("cam_1", 60, 120);
        Files.delete(gone.file());
        assertEquals(
                new TransferResult(1, 0, other.bytes(), List.of(gone.file() + ": it cannot be read: it is not there")),
                backup());
    }

    @Test
    void cancelledWithinAFileWhatWasCopiedOfItGoesAndTheRestIsDoneNextTime() throws IOException {
        List<Segment> segments = List.of(large(0), large(60), large(120));
        TransferResult result = service().backup(ALL, Optional.of(destination), new CancelledAfter(10));
        assertTrue(result.done() > 0 && result.done() < 3, result.toString());
        assertEquals(List.of(), result.problems());
        assertEquals(segments.stream().limit(result.done()).map(this::copyOf).toList(), files(destination));
        TransferResult resumed = backup();
        assertEquals(3 - result.done(), resumed.done());
        assertEquals(result.done(), resumed.already());
    }

    @Test
    void cancelledAtWhateverMomentOnlyWholeCopiesAreThere() throws IOException {
        List<Segment> segments = List.of(large(0), large(60));
        int moment = 0;
        while (true) {
            TransferResult result = service().backup(ALL, Optional.of(destination), new CancelledAfter(moment++));
            List<Path> copied = files(destination);
            assertEquals(result.done(), copied.size());
            if (result.done() == segments.size()) {
                break;
            }
            for (Path copy : copied) {
                Files.delete(copy);
            }
        }
        assertTrue(moment > 10, "cancelled at " + moment + " moments");
    }

    @Test
    void whatAnInterruptedRunLeftHalfDoneIsReplaced() throws IOException {
        Segment segment = recorded.add("cam_1", 0, 60);
        Path copy = copyOf(segment);
        Path half = copy.resolveSibling("." + copy.getFileName() + ".partial");
        Files.createDirectories(copy.getParent());
        Files.writeString(half, "half");
        assertEquals(1, backup().done());
        assertEquals(List.of(copy), files(destination));
    }

    @Test
    void aDestinationThatFailsEndsItWithWhatWasDone() throws IOException {
        Segment first = recorded.add("cam_1", 0, 60);
        Segment second = recorded.add("cam_1", 60, 120);
        Segment third = recorded.add("cam_1", 120, 180);
        outputs = file -> {
            if (file.toString().contains(second.file().getFileName().toString())) {
                throw new IOException("Input/output error");
            }
            return OutputFiles.OF_SYSTEM.create(file);
        };
        TransferResult result = backup();
        assertEquals(1, result.done());
        assertEquals(
                List.of(second.file() + ": it cannot be copied to " + destination + ": Input/output error"
                        + "; the backup ends here, with 2 segments left to copy"),
                result.problems());
        assertEquals(List.of(copyOf(first)), files(destination));
        outputs = OutputFiles.OF_SYSTEM;
        assertEquals(new TransferResult(2, 1, second.bytes() + third.bytes(), List.of()), backup());
    }

    @Test
    void aFullDestinationIsSaidToBeFull() throws IOException {
        Segment segment = recorded.add("cam_1", 0, 60);
        outputs = file -> new Passing(OutputFiles.OF_SYSTEM.create(file)) {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                super.write(bytes.limit(10));
                throw new IOException("No space left on device");
            }
        };
        freeSpace = folder -> 10;
        assertEquals(
                List.of(segment.file() + ": the destination " + destination + " is full, 10 bytes are free and "
                        + segment.bytes() + " needed: No space left on device"
                        + "; the backup ends here, with 1 segments left to copy"),
                backup().problems());
        assertEquals(List.of(), files(destination));
    }

    @Test
    void aVolumeThatIsFullEndsItAndALargerOneGoesOn() throws Exception {
        assumeTrue(
                Shell.run(root, "mount", "-t", "tmpfs", "-o", "size=3m", "rnvr-test", destination.toString()) == 0,
                "mounting a volume needs root");
        try {
            recorded.backup = new BackupSettings(Optional.empty(), true, true);
            List<Segment> segments = List.of(large(0), large(60));
            TransferResult result = backup();
            assertEquals(1, result.done(), result.toString());
            assertTrue(
                    result.problems().get(0).contains(" is full, "),
                    result.problems().toString());
            assertEquals(List.of(segments.get(1).file()), files(recorded.recordings));
            assertEquals(List.of(copyOf(segments.get(0))), files(destination));
            assertEquals(0, Shell.run(root, "mount", "-o", "remount,size=20m", destination.toString()));
            assertEquals(new TransferResult(1, 0, segments.get(1).bytes(), List.of()), backup());
            assertEquals(List.of(), recorded.catalog.segments);
        } finally {
            assertEquals(0, Shell.run(root, "umount", destination.toString()));
        }
    }

    @Test
    void aVolumeThatGoesAwayIsNotReplacedByItsMountPoint() throws Exception {
        assumeTrue(
                Shell.run(root, "mount", "-t", "tmpfs", "rnvr-test", destination.toString()) == 0,
                "mounting a volume needs root");
        AtomicReference<String> mounted = new AtomicReference<>(destination.toString());
        try {
            recorded.add("cam_1", 0, 60);
            Segment second = recorded.add("cam_1", 60, 120);
            Progress unmounting = new Progress() {
                private int asked;

                @Override
                public void done(double fraction) {
                    // only whether it is away counts
                }

                @Override
                public boolean isCancelled() {
                    boolean betweenFiles = asked++ > 0 && copied() == 1;
                    if (betweenFiles && mounted.get() != null) {
                        umount(mounted.getAndSet(null));
                    }
                    return false;
                }
            };
            TransferResult result = service().backup(ALL, Optional.of(destination), unmounting);
            assertEquals(1, result.done());
            assertEquals(1, result.problems().size());
            assertTrue(
                    result.problems().get(0).startsWith(second.file() + ": ")
                            && result.problems().get(0).contains(" is no longer there"),
                    result.problems().get(0));
            assertEquals(List.of(), files(destination));
        } finally {
            if (mounted.get() != null) {
                umount(mounted.get());
            }
        }
    }

    @Test
    void aCopyThatWentToTheMountPointIsTakenAwayAndTheOriginalStays() throws Exception {
        assumeTrue(
                Shell.run(root, "mount", "-t", "tmpfs", "rnvr-test", destination.toString()) == 0,
                "mounting a volume needs root");
        AtomicReference<String> mounted = new AtomicReference<>(destination.toString());
        try {
            recorded.backup = new BackupSettings(Optional.empty(), true, true);
            Segment segment = recorded.add("cam_1", 0, 60);
            outputs = file -> {
                umount(mounted.getAndSet(null));
                Files.createDirectories(file.getParent());
                return OutputFiles.OF_SYSTEM.create(file);
            };
            TransferResult result = backup();
            assertEquals(0, result.done());
            assertEquals(1, result.problems().size());
            assertTrue(
                    result.problems().get(0).contains(" is no longer there"),
                    result.problems().get(0));
            assertEquals(List.of(), files(destination));
            assertEquals(List.of(segment.file()), files(recorded.recordings));
            assertEquals(List.of(segment), recorded.catalog.segments);
        } finally {
            if (mounted.get() != null) {
                umount(mounted.get());
            }
        }
    }

    @Test
    void whatCannotBeADestinationIsRefused() throws IOException {
        recorded.add("cam_1", 0, 60);
        Path file = Files.writeString(root.resolve("file"), "");
        assertRefused(file + " is no folder; it must be an existing folder", Optional.of(file));
        Path missing = root.resolve("missing");
        assertRefused(missing + " is not there; it must be an existing folder", Optional.of(missing));
        assertTrue(Files.notExists(missing));
        assertRefused("lies in the recording folder", Optional.of(recorded.recordings));
        assertRefused("lies in the recording folder", Optional.of(recorded.recordings.resolve("cam_1")));
        Path link = Files.createSymbolicLink(root.resolve("link"), recorded.recordings);
        assertRefused("lies in the recording folder", Optional.of(link));
        Selection unknown = new Selection(List.of("cam_7"), T0, T0.plusSeconds(1));
        IOException refusal = assertThrows(
                IOException.class, () -> service().backup(unknown, Optional.of(destination), Progress.NONE));
        assertEquals("no such camera: cam_7; there are cam_1, cam_2, cam_9", refusal.getMessage());
        Selection none = new Selection(List.of(), T0, T0.plusSeconds(1));
        refusal = assertThrows(IOException.class, () -> service().delete(none, false, Progress.NONE));
        assertTrue(refusal.getMessage().startsWith("no camera is chosen"), refusal.getMessage());
    }

    @Test
    void aSecondOneAtTheSameTimeIsRefused() throws Exception {
        recorded.add("cam_1", 0, 60);
        List<String> refusals = new ArrayList<>();
        AtomicReference<BackupService> service = new AtomicReference<>();
        outputs = file -> {
            Thread other = new Thread(() -> refusals.add(
                    assertThrows(IOException.class, () -> service.get().delete(ALL, true, Progress.NONE))
                            .getMessage()));
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return OutputFiles.OF_SYSTEM.create(file);
        };
        service.set(service());
        assertEquals(
                1,
                service.get()
                        .backup(ALL, Optional.of(destination), Progress.NONE)
                        .done());
        assertEquals(List.of("another backup or deletion is at work; try again when it has ended"), refusals);
    }

    private void assertRefused(String words, Optional<Path> folder) {
        IOException refusal = assertThrows(IOException.class, () -> service().backup(ALL, folder, Progress.NONE));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    private TransferResult backup() throws IOException {
        return service().backup(ALL, Optional.of(destination), Progress.NONE);
    }

    private BackupService service() {
        return new BackupService(
                recorded.catalog, recorded.catalog, recorded::site, outputs, freeSpace, Recorded.CLOCK);
    }

    /** Of two blocks and a bit. */
    private Segment large(long fromSecond) throws IOException {
        return recorded.add("cam_1", fromSecond, fromSecond + 60, "x".repeat(2 * BLOCK + 100) + fromSecond, true);
    }

    private Path copyOf(Segment segment) {
        return destination.resolve(recorded.recordings.relativize(segment.file()));
    }

    private long copied() {
        try {
            return files(destination).stream()
                    .filter(file -> file.toString().endsWith(".mp4"))
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void umount(String folder) {
        try {
            assertEquals(0, Shell.run(root, "umount", folder));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Passes all on. */
    private abstract static class Passing implements OutputFiles.Output {

        private final OutputFiles.Output output;

        Passing(OutputFiles.Output output) {
            this.output = output;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            output.write(bytes);
        }

        @Override
        public void force() throws IOException {
            output.force();
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}
