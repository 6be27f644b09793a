package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingUpdateTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("update.pending");
        assertEquals(Optional.empty(), PendingUpdate.read(file));
        PendingUpdate pending = new PendingUpdate("0.1.0.1", "0.1.0.2", 4);
        pending.write(file);
        assertEquals(Optional.of(pending), PendingUpdate.read(file));
        Files.writeString(file, "from=a\nstreaming=many\n");
        assertEquals(Optional.of(new PendingUpdate("a", "", 0)), PendingUpdate.read(file));
    }

    @Test
    void camerasThatStreamedMustStreamAgain() {
        PendingUpdate idle = new PendingUpdate("1", "2", 0);
        PendingUpdate busy = new PendingUpdate("1", "2", 4);
        assertTrue(idle.isProven(true, false));
        assertFalse(idle.isProven(false, false));
        assertTrue(busy.isProven(true, true));
        assertFalse(busy.isProven(true, false));
        assertFalse(busy.isProven(false, true));
    }
}
