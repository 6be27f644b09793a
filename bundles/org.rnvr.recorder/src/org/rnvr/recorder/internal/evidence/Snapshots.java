package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.rnvr.media.MediaFiles;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;

/** Finds the recorded picture of a moment. */
final class Snapshots {

    /** How long the last frame of a file stands for what follows: the time between frames, or a rotation. */
    private static final Duration STANDS = Holes.SHORTEST;

    private final RecordingCatalog catalog;
    private final MediaFiles media;
    private final Supplier<Site> site;

    Snapshots(RecordingCatalog catalog, MediaFiles media, Supplier<Site> site) {
        this.catalog = catalog;
        this.media = media;
        this.site = site;
    }

    byte[] at(String cameraId, Instant moment) throws IOException {
        new KnownCameras(catalog).require(List.of(cameraId), site.get());
        Segment segment = catalog.segments(cameraId, moment.minus(STANDS), moment.plusMillis(1)).stream()
                .filter(other -> !other.start().isAfter(moment)
                        && !other.end().plus(STANDS).isBefore(moment))
                .max(Comparator.comparing(Segment::start))
                .orElseThrow(() -> new IOException("nothing is recorded of " + cameraId + " at " + moment));
        Instant shown = moment.isBefore(segment.end()) ? moment : segment.end();
        return media.still(segment.file(), Duration.between(segment.start(), shown));
    }
}
