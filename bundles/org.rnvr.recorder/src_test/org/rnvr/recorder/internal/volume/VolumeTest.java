package org.rnvr.recorder.internal.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.recording.StorageState;

class VolumeTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));

    @TempDir
    Path disk;

    private Path data;
    private Path folder;
    private Volume volume;

    @BeforeEach
    void install() throws IOException {
        data = Files.createDirectory(disk.resolve("data"));
        folder = disk.resolve("deep/recordings");
        volume = at(folder);
    }

    /** As a new process would see it. */
    private Volume at(Path path) {
        return new Volume(path, new KnownVolumes(data), CLOCK);
    }

    private Look look() {
        return volume.look(Look.Depth.THOROUGH);
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private UUID marker(Path path) throws IOException {
        return Marker.read(path).orElseThrow().uuid();
    }

    @Test
    void aFolderThatWasNeverUsedIsMadeAndMarked() throws IOException {
        Look look = look();
        assertEquals(StorageState.OK, look.state(), look.text());
        assertTrue(look.freeBytes() > 0 && look.totalBytes() >= look.freeBytes(), look.toString());
        assertEquals(List.of(".rnvr"), names(folder));
        assertEquals(List.of("volume.json"), names(folder.resolve(".rnvr")));
        UUID made = marker(folder);
        assertEquals(StorageState.OK, look().state());
        assertEquals(StorageState.OK, at(folder).look(Look.Depth.QUICK).state());
        assertEquals(made, marker(folder));
        assertEquals(List.of("volumes.json"), names(data));
    }

    @Test
    void aVolumeThatWentAwayIsMissingAndNothingTakesItsPlace() throws IOException {
        assertEquals(Optional.empty(), volume.absence(), "nothing belongs there yet");
        look();
        assertEquals(Optional.empty(), volume.absence());
        UUID expected = marker(folder);
        Files.move(folder, disk.resolve("elsewhere"));
        volume = at(folder);
        Look gone = look();
        assertEquals(StorageState.MISSING, gone.state());
        assertTrue(gone.text().contains(expected.toString()), gone.text());
        assertTrue(gone.text().contains("the folder is not there"), gone.text());
        assertFalse(Files.exists(folder));

        Files.createDirectory(folder);
        Look mountPoint = look();
        assertEquals(StorageState.MISSING, mountPoint.state());
        assertTrue(mountPoint.text().contains("no volume of RNVR is there"), mountPoint.text());
        assertEquals(Optional.of(mountPoint.text()), volume.absence());
        assertEquals(List.of(), names(folder));
        assertThrows(IOException.class, volume::require);

        Files.delete(folder);
        Files.move(disk.resolve("elsewhere"), folder);
        assertEquals(StorageState.OK, look().state());
    }

    @Test
    void anotherVolumeIsNotWrittenUntilItIsAdopted() throws IOException {
        look();
        UUID expected = marker(folder);
        Files.move(folder, disk.resolve("elsewhere"));
        Files.createDirectory(folder);
        UUID other = UUID.randomUUID();
        new Marker(other, Instant.parse("2020-02-03T04:05:06.7Z")).write(folder);
        Look look = look();
        assertEquals(StorageState.MISSING, look.state());
        assertTrue(look.text().contains(expected.toString()), look.text());
        assertTrue(look.text().contains(other + " of 2020-02-03T04:05:06Z"), look.text());

        at(folder).adopt(); // another process
        assertEquals(StorageState.OK, look().state());
        assertEquals(other, marker(folder));
        Files.move(folder, disk.resolve("second"));
        Files.move(disk.resolve("elsewhere"), folder);
        assertEquals(StorageState.MISSING, look().state());
    }

    @Test
    void anEmptyVolumeCanBeAdopted() throws IOException {
        look();
        UUID before = marker(folder);
        Files.move(folder, disk.resolve("elsewhere"));
        volume.adopt();
        assertFalse(before.equals(marker(folder)));
        assertEquals(StorageState.OK, look().state());
    }

    @Test
    void theSameVolumeAtAnotherPathIsFine() throws IOException {
        look();
        UUID uuid = marker(folder);
        Path other = disk.resolve("other");
        Files.move(folder, other);
        volume = at(other);
        assertEquals(StorageState.OK, look().state());
        assertEquals(uuid, marker(other));
        assertEquals(Optional.of(uuid), new KnownVolumes(data).of(folder));
    }

    @Test
    void aDamagedMarkerIsNotReplacedUnasked() throws IOException {
        look();
        Path file = folder.resolve(Marker.FILE);
        for (String text : List.of("", "{", "[]", "{}", "{\"uuid\":\"x\",\"created\":\"y\"}", "\u0000\u0000\u0000")) {
            Files.writeString(file, text);
            Look look = look();
            assertEquals(StorageState.MISSING, look.state(), text);
            assertTrue(look.text().contains("damaged"), look.text());
            assertEquals(text, Files.readString(file));
        }
        volume.adopt();
        assertEquals(StorageState.OK, look().state());
    }

    @Test
    void withoutMemoryAMarkedVolumeIsTrustedAndAnEmptyFolderIsNot() throws IOException {
        look();
        Path memory = data.resolve("volumes.json");
        for (String text : List.of("", "{", "[]", "{}", "{\"volumes\":{\"/x\":1}}", "{\"volumes\":[]}")) {
            Files.writeString(memory, text);
            assertEquals(StorageState.OK, look().state(), text);
            assertEquals(Optional.of(marker(folder)), new KnownVolumes(data).of(folder), text);
        }
        Path other = Files.createDirectory(disk.resolve("mountpoint"));
        Files.writeString(memory, "{");
        volume = at(other);
        Look look = look();
        assertEquals(StorageState.MISSING, look.state(), look.text());
        assertTrue(look.text().contains(memory + " is damaged"), look.text());
        assertEquals(List.of(), names(other));
        volume.adopt();
        assertEquals(StorageState.OK, look().state());
    }

    @Test
    void aMemoryThatCannotBeSavedHoldsUntilTheEnd() throws IOException {
        Path nowhere = disk.resolve("nowhere");
        volume = new Volume(folder, new KnownVolumes(nowhere), CLOCK);
        assertEquals(StorageState.OK, look().state());
        Files.move(folder, disk.resolve("elsewhere"));
        assertEquals(StorageState.MISSING, look().state());
        assertThrows(IOException.class, volume::adopt);
        assertFalse(Files.exists(nowhere));
    }

    @Test
    void whatStandsInTheWayIsSaid() throws IOException {
        Path file = Files.writeString(disk.resolve("file"), "no folder");
        volume = at(file);
        assertEquals(StorageState.ERROR, look().state());
        volume = at(file.resolve("below"));
        assertEquals(StorageState.ERROR, look().state());
        volume = at(Files.createSymbolicLink(disk.resolve("link"), disk.resolve("gone")));
        Look look = look();
        assertEquals(StorageState.MISSING, look.state());
        assertTrue(look.text().contains("leads nowhere"), look.text());
        assertFalse(Files.exists(disk.resolve("gone")));
    }

    @Test
    void aLinkToTheVolumeIsFollowed() throws IOException {
        Path real = Files.createDirectory(disk.resolve("real"));
        volume = at(Files.createSymbolicLink(disk.resolve("link"), real));
        assertEquals(StorageState.OK, look().state());
        assertEquals(List.of(".rnvr"), names(real));
    }

    @Test
    @Timeout(60)
    void allWhoComeFirstAgree() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        KnownVolumes known = new KnownVolumes(data);
        try {
            List<Future<Look>> looks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Volume each = new Volume(folder, known, CLOCK);
                looks.add(threads.submit(() -> each.look(Look.Depth.THOROUGH)));
            }
            Set<StorageState> states = new HashSet<>();
            for (Future<Look> look : looks) {
                states.add(look.get(20, TimeUnit.SECONDS).state());
            }
            assertEquals(Set.of(StorageState.OK), states);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(Optional.of(marker(folder)), new KnownVolumes(data).of(folder));
        assertEquals(List.of("volume.json"), names(folder.resolve(".rnvr")));
    }

    @Test
    void namingOnTheRightVolumeIsLetPass() throws IOException {
        GuardedNaming naming = new GuardedNaming(first -> Files.createFile(folder.resolve("a.mp4")), volume);
        assertEquals(folder.resolve("a.mp4"), naming.fileFor(Instant.EPOCH));
        assertTrue(Files.exists(folder.resolve("a.mp4")));
    }

    @Test
    void aVolumeThatGoesAwayBeforeAFileIsNamedReceivesNothing() throws IOException {
        look();
        Files.move(folder, disk.resolve("elsewhere"));
        GuardedNaming naming = new GuardedNaming(
                first -> {
                    throw new AssertionError("named a file in the wrong place");
                },
                volume);
        IOException e = assertThrows(IOException.class, () -> naming.fileFor(Instant.EPOCH));
        assertTrue(e.getMessage().contains("was expected at " + folder), e.getMessage());
    }

    @Test
    void aVolumeThatGoesAwayWhileAFileIsNamedReceivesNothing() throws IOException {
        look();
        Path elsewhere = disk.resolve("elsewhere");
        GuardedNaming naming = new GuardedNaming(
                first -> {
                    Files.move(folder, elsewhere);
                    Files.createDirectories(folder.resolve("cam/20261125"));
                    return Files.createFile(folder.resolve("cam/20261125/cam.mp4"));
                },
                volume);
        assertThrows(IOException.class, () -> naming.fileFor(Instant.EPOCH));
        assertEquals(List.of(), names(folder));
        assertEquals(List.of(".rnvr"), names(elsewhere));
    }

    @Test
    void whatOthersWroteInTheWrongPlaceStays() throws IOException {
        look();
        GuardedNaming naming = new GuardedNaming(
                first -> {
                    Files.move(folder, disk.resolve("elsewhere"));
                    Files.createDirectories(folder.resolve("cam"));
                    Files.writeString(folder.resolve("cam/notes.txt"), "an operator's");
                    return Files.createFile(folder.resolve("cam/cam.mp4"));
                },
                volume);
        assertThrows(IOException.class, () -> naming.fileFor(Instant.EPOCH));
        assertEquals(List.of("notes.txt"), names(folder.resolve("cam")));
    }
}
