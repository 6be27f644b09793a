package org.rnvr.config.internal.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsFreshWhileItsTimesMayStandStill() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
        Stamp stamp = Stamp.of(file);
        assertTrue(stamp.isFresh(changed));
        assertTrue(stamp.isFresh(changed.plusMillis(900)));
        assertFalse(stamp.isFresh(changed.plusMillis(1100)));
        assertFalse(stamp.isFresh(changed.minusSeconds(60)), "as where the clock of a file server is ahead");
    }

    @Test
    void aFileThatIsNotThereIsNot() {
        assertFalse(Stamp.of(folder.resolve("none")).isFresh(Instant.now()));
    }
}
