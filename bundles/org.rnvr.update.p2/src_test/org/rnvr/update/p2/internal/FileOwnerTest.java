package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOwnerTest {

    private static final int TRUSTING = 1000;
    private static final int FILE = 0100644;
    private static final Path PATH = Path.of("/data/dropins");

    @TempDir
    Path folder;

    @Test
    void whatOnlyTheUserOrRootMayChangeIsTrusted() {
        assertEquals(Optional.empty(), new FileOwner(TRUSTING, "rec", FILE).objection(TRUSTING, PATH));
        assertEquals(Optional.empty(), new FileOwner(0, "root", FILE).objection(TRUSTING, PATH));
    }

    @Test
    void whatBelongsToSomebodyElseIsNot() {
        assertEquals(
                Optional.of("it belongs to the user eve, not to the one that runs RNVR or to root."),
                new FileOwner(1001, "eve", FILE).objection(TRUSTING, PATH));
    }

    @Test
    void whatItsGroupOrAnybodyMayWriteToIsNot() {
        for (int bit : new int[] {020, 02}) {
            String objection = new FileOwner(TRUSTING, "rec", FILE | bit)
                    .objection(TRUSTING, PATH)
                    .orElseThrow();
            assertTrue(objection.endsWith("\"chmod go-w /data/dropins\""), objection);
        }
    }

    @Test
    void whatAFileSaysIsRead() throws IOException {
        int user = FileOwner.ofProcess();
        Path file = Files.createFile(folder.resolve("a.jar"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(Optional.empty(), FileOwner.of(file).objection(user, file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        assertTrue(FileOwner.of(file).objection(user, file).isPresent());
        Path link = Files.createSymbolicLink(folder.resolve("b.jar"), file);
        assertEquals(
                Optional.of("it is a link, where a file or folder of its own is needed."),
                FileOwner.of(link).objection(user, link));
    }
}
