package org.rnvr.recorder.internal.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.recording.StorageState;

/** What really happens to disks. */
@Timeout(120)
class RealVolumeTest {

    @TempDir
    Path data;

    private SmallDisk disk;
    private Volume volume;

    @BeforeEach
    void needsRoot() {
        assumeTrue(SmallDisk.allowed(), "mounting a disk needs root and loop devices");
    }

    private void plugIn(String kind) throws IOException {
        disk = kind.equals("ext4") ? SmallDisk.ext4("disk") : SmallDisk.tmpfs("disk");
        disk.mount();
        volume = new Volume(disk.mountPoint(), new KnownVolumes(data), InstantSource.system());
        assertEquals(StorageState.OK, quick());
    }

    @AfterEach
    void remove() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }

    private StorageState quick() {
        return volume.look(Look.Depth.QUICK).state();
    }

    private StorageState thorough() {
        return volume.look(Look.Depth.THOROUGH).state();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(disk.mountPoint())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aDiskThatIsUnmountedIsMissingUntilItIsMountedAgain() throws IOException {
        plugIn("ext4");
        disk.unmount();
        assertEquals(StorageState.MISSING, quick());
        assertEquals(StorageState.MISSING, thorough());
        assertThrows(IOException.class, volume::require);
        assertEquals(List.of(), names());
        disk.mount();
        assertEquals(StorageState.OK, quick());
    }

    @Test
    void aDiskThatIsUnmountedWhileAFileIsNamedLeavesNothingBehind() throws IOException {
        plugIn("ext4");
        GuardedNaming naming = new GuardedNaming(
                first -> {
                    disk.unmount();
                    return Files.createFile(
                            Files.createDirectories(volume.folder().resolve("cam/20261125"))
                                    .resolve("a.mp4"));
                },
                volume);
        assertThrows(IOException.class, () -> naming.fileFor(Instant.EPOCH));
        assertEquals(List.of(), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "tmpfs"})
    void aDiskThatIsRemountedReadOnlyIsNoticedWithoutWriting(String kind) throws IOException {
        plugIn(kind);
        disk.remount("ro");
        assertEquals(StorageState.READ_ONLY, quick());
        assertEquals(StorageState.READ_ONLY, thorough());
        disk.remount("rw");
        assertEquals(StorageState.OK, thorough());
    }

    @Test
    void aReadOnlyDiskThatWasNeverUsedIsReadOnly() throws IOException {
        disk = SmallDisk.ext4("disk");
        disk.mount();
        disk.remount("ro");
        volume = new Volume(disk.mountPoint().resolve("recordings"), new KnownVolumes(data), InstantSource.system());
        assertEquals(StorageState.READ_ONLY, quick());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "tmpfs"})
    void aDiskThatIsFilledFromOutsideHasNoSpaceUntilItIsEmptied(String kind) throws IOException {
        plugIn(kind);
        Path filler = disk.fill(0);
        Look look = volume.look(Look.Depth.THOROUGH);
        SpaceLimits limits = SpaceLimits.of(Storages.defaults(volume.folder()), look.totalBytes());
        assertTrue(
                look.state() == StorageState.FULL
                        || limits.state(StorageState.OK, look.freeBytes()) == StorageState.FULL,
                look.toString());
        Files.delete(filler);
        Look empty = volume.look(Look.Depth.THOROUGH);
        assertEquals(StorageState.OK, empty.state(), empty.text());
        assertEquals(StorageState.OK, limits.state(StorageState.FULL, empty.freeBytes()));
    }

    @Test
    void anotherDiskInItsPlaceIsNotWritten() throws IOException {
        plugIn("ext4");
        disk.unmount();
        disk.format();
        disk.mount();
        assertEquals(StorageState.MISSING, thorough());
        assertEquals(List.of("lost+found"), names());
        volume.adopt();
        assertEquals(StorageState.OK, thorough());
        assertEquals(List.of(".rnvr", "lost+found"), names());
    }

    @Test
    void aDiskThatFailsIsAnErrorThoughTheMemoryStillTakesIt() throws IOException {
        plugIn("ext4");
        disk.fail();
        StorageState state = thorough();
        assertTrue(state == StorageState.ERROR || state == StorageState.READ_ONLY, state.toString());
        disk.unmount();
        assertEquals(StorageState.MISSING, thorough());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "tmpfs"})
    void aDiskThatBelongsToAnotherIsDeniedUntilItIsGivenBack(String kind) throws IOException {
        plugIn(kind);
        try (Looker looker = new Looker(data, disk.mountPoint())) {
            assertEquals(StorageState.OK, looker.look());
            Files.setAttribute(disk.mountPoint(), "unix:uid", 1234);
            assertEquals(StorageState.DENIED, looker.look());
            Files.setAttribute(disk.mountPoint(), "unix:uid", 0);
            assertEquals(StorageState.OK, looker.look());
        }
    }
}
