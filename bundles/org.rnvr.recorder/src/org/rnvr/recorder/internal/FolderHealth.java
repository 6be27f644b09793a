package org.rnvr.recorder.internal;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.rnvr.event.Moment;
import org.rnvr.event.Storage;
import org.rnvr.recording.StorageState;

/**
 * The state of one recording folder as its cameras find it. It is ok again when the last camera that was refused writes
 * again, so that a folder that refuses one camera of many does not appear to come and go. Pure; one thread.
 */
final class FolderHealth {

    private final Path folder;
    private final Set<String> refused = new HashSet<>();
    private StorageState state = StorageState.OK;

    FolderHealth(Path folder) {
        this.folder = folder;
    }

    /** A camera was refused. */
    Optional<Storage> refused(Moment now, String cameraId, Finding finding) {
        refused.add(cameraId);
        return become(now, finding.state(), finding.freeBytes());
    }

    /** A camera writes. */
    Optional<Storage> accepted(Moment now, String cameraId, long freeBytes) {
        refused.remove(cameraId);
        return refused.isEmpty() ? become(now, StorageState.OK, freeBytes) : Optional.empty();
    }

    /** A camera is no longer recorded to this folder, and tells nothing about it any more. */
    void left(String cameraId) {
        refused.remove(cameraId);
    }

    private Optional<Storage> become(Moment now, StorageState next, long freeBytes) {
        if (next == state) {
            return Optional.empty();
        }
        state = next;
        return Optional.of(new Storage(now, next.word(), folder, freeBytes));
    }
}
