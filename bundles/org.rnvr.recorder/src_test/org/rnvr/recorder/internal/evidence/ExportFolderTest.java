package org.rnvr.recorder.internal.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTest {

    @TempDir
    Path destination;

    @Test
    void twoOfTheSameNameAtTheSameTimeAreTwoFolders() throws IOException {
        ExportFolder one = ExportFolder.begin(destination, "export");
        ExportFolder other = ExportFolder.begin(destination, "export");
        assertEquals(destination.resolve("export_2"), other.finish());
        assertEquals(destination.resolve("export"), one.finish());
    }

    @Test
    void aNameThatIsTakenMeanwhileIsLeftAlone() throws IOException {
        ExportFolder folder = ExportFolder.begin(destination, "export");
        Path taken = Files.createDirectory(destination.resolve("export"));
        assertEquals(destination.resolve("export_2"), folder.finish());
        assertTrue(Files.isDirectory(taken));
    }

    @Test
    void discardedNothingIsLeftOfItFinishedOrNot() throws IOException {
        ExportFolder begun = ExportFolder.begin(destination, "export");
        Files.writeString(
                Files.createDirectory(begun.partial().resolve("inner")).resolve("file"), "");
        begun.discard();
        ExportFolder finished = ExportFolder.begin(destination, "export");
        finished.finish();
        finished.discard();
        try (Stream<Path> left = Files.list(destination)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
