package org.rnvr.recorder.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnvr.event.Moment;
import org.rnvr.event.Storage;
import org.rnvr.recording.StorageState;

class FolderHealthTest {

    private static final Moment NOW = new Moment(Instant.EPOCH, 1);
    private static final Path FOLDER = Path.of("/recordings");
    private static final Finding FULL = new Finding(StorageState.FULL, "full", 17);

    private final FolderHealth volume = new FolderHealth(FOLDER);

    @Test
    void isToldOnceForAllCameras() {
        assertEquals(Optional.of(new Storage(NOW, "full", FOLDER, 17)), volume.refused(NOW, "a", FULL));
        assertEquals(Optional.empty(), volume.refused(NOW, "b", FULL));
        assertEquals(Optional.empty(), volume.accepted(NOW, "a", 99));
        assertEquals(Optional.of(new Storage(NOW, "ok", FOLDER, 99)), volume.accepted(NOW, "b", 99));
        assertEquals(Optional.empty(), volume.accepted(NOW, "b", 99));
    }

    @Test
    void aCameraThatLeftHoldsNobodyUpAndProvesNothing() {
        volume.refused(NOW, "a", FULL);
        volume.refused(NOW, "b", FULL);
        volume.left("a");
        assertEquals(Optional.of(new Storage(NOW, "ok", FOLDER, 5)), volume.accepted(NOW, "b", 5));
    }

    @Test
    void aChangeOfKindIsTold() {
        volume.refused(NOW, "a", FULL);
        Finding readOnly = new Finding(StorageState.READ_ONLY, "read-only", 0);
        assertEquals(Optional.of(new Storage(NOW, "read_only", FOLDER, 0)), volume.refused(NOW, "b", readOnly));
    }
}
