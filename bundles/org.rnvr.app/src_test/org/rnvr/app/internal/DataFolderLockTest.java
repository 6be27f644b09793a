package org.rnvr.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderLockTest {

    @TempDir
    Path folder;

    @Test
    void aFolderIsHeldOnceAndFreeAgainAfterwards() throws Exception {
        Path data = folder.resolve("data");
        try (DataFolderLock held = DataFolderLock.take(data)) {
            ReportedProblemException problem =
                    assertThrows(ReportedProblemException.class, () -> DataFolderLock.take(data));
            assertEquals(
                    "Another RNVR is running with the data folder " + data + ". Choose another one with --data.",
                    problem.getMessage());
        }
        DataFolderLock.take(data).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithTheReason() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        ReportedProblemException problem =
                assertThrows(ReportedProblemException.class, () -> DataFolderLock.take(file.resolve("data")));
        assertTrue(problem.getMessage().contains(file.resolve("data").toString()), problem.getMessage());
    }
}
