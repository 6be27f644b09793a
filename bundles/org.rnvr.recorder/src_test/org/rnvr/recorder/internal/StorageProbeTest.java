package org.rnvr.recorder.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.recording.StorageState;

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
        // Permissions do not bind root; the kernel's own folders do.
        Path refusing = Files.isWritable(camera) ? Path.of("/sys/kernel") : folder;
        Finding found = StorageProbe.probe(refusing, "cam_1");
        assertEquals(StorageState.DENIED, found.state(), found.text());
        assertTrue(found.text().contains(refusing.toString()), found.text());
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
    void aReadOnlyVolumeIsReadOnly() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "ro", "rnvr-test", folder.toString()) == 0,
                "mounting a volume needs root");
        try {
            assertEquals(
                    StorageState.READ_ONLY, StorageProbe.probe(folder, "cam_1").state());
        } finally {
            assertEquals(0, run("umount", folder.toString()));
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        return process.exitValue();
    }
}
