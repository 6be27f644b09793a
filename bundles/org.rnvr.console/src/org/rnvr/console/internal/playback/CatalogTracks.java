package org.rnvr.console.internal.playback;

import java.io.IOException;
import java.time.Instant;
import org.rnvr.console.internal.model.Recordings;
import org.rnvr.console.internal.playback.model.EventSource;
import org.rnvr.console.internal.playback.model.Track;
import org.rnvr.console.internal.playback.model.TrackLoader;
import org.rnvr.recording.RecordingCatalog;

/** Tracks of the catalog that is there at the moment, with the events of the journal. */
final class CatalogTracks implements TrackLoader {

    private final Recordings recordings;
    private final EventSource events;

    CatalogTracks(Recordings recordings, EventSource events) {
        this.recordings = recordings;
        this.events = events;
    }

    @Override
    public Track load(String cameraId, Instant from, Instant to) throws IOException {
        RecordingCatalog catalog = recordings.catalog().orElseThrow(() -> new IOException(Messages.no_catalog));
        return Track.of(
                cameraId,
                from,
                to,
                catalog.segments(cameraId, from, to),
                catalog.gaps(cameraId, from, to),
                catalog.bookmarks(cameraId, from, to),
                events.events(cameraId, from, to));
    }
}
