package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.rnvr.recording.Footage;
import org.rnvr.recording.RecordingCatalog;

/** Tells a camera that never was from one that has recorded nothing. */
final class KnownCameras {

    private final RecordingCatalog catalog;

    KnownCameras(RecordingCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Refuses what is neither configured nor recorded.
     *
     * @throws IOException that names what there is
     */
    void require(List<String> cameraIds, Site site) throws IOException {
        TreeSet<String> known = new TreeSet<>(site.names().keySet());
        for (Footage footage : catalog.footage()) {
            known.add(footage.cameraId());
        }
        List<String> unknown =
                cameraIds.stream().filter(id -> !known.contains(id)).toList();
        if (cameraIds.isEmpty() || !unknown.isEmpty()) {
            throw new IOException((cameraIds.isEmpty() ? "no camera is chosen" : "no such camera: " + join(unknown))
                    + "; there are " + (known.isEmpty() ? "none" : join(known)));
        }
    }

    private static String join(Iterable<String> ids) {
        return String.join(", ", ids);
    }
}
