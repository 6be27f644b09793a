package org.rnvr.recorder.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageProbeTest {

    @TempDir
    Path folder;

    @Test
    void aFolderThatTakesFilesIsOkAndLeftAsItWas() throws IOException {
        Finding found = StorageProbe.probe(folder, "cam_1");
        assertEquals(StorageState.OK, found.state(), found.text());
        assertTrue(found.freeBytes() > 0);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFolderThatDoesNotExistYetIsJudgedByTheOneAbove() {
        assertEquals(
                StorageState.OK,
                StorageProbe.probe(folder.resolve("a/b"), "cam_1").state());
    }

    @Test
    void aFolderThatMustNotBeWrittenIsDenied() throws IOException {
        Path camera = Files.createDirectory(folder.resolve("cam_1"));
        Files.setPosixFilePermissions(camera, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(camera), "root may write anywhere");
        Finding found = StorageProbe.probe(folder, "cam_1");
        assertEquals(StorageState.DENIED, found.state());
        assertTrue(found.text().contains(camera.toString()), found.text());
    }

    @Test
    void aLinkToAVolumeThatIsGoneIsMissing() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("volume"), folder.resolve("gone"));
        assertEquals(StorageState.MISSING, StorageProbe.probe(link, "cam_1").state());
    }

    @Test
    void aFileInTheWayIsAnError() throws IOException {
        Files.writeString(folder.resolve("cam_1"), "no folder");
        assertEquals(StorageState.ERROR, StorageProbe.probe(folder, "cam_1").state());
    }

    @Test
    void aReadOnlyVolumeIsReadOnly() throws IOException {
        Path system = Path.of("/sys/kernel");
        assumeTrue(
                Files.isDirectory(system) && Files.getFileStore(system).isReadOnly(),
                "no read-only volume is mounted here");
        assertEquals(StorageState.READ_ONLY, StorageProbe.probe(system, "cam_1").state());
    }
}
