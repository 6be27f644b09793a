package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rnvr.recording.Footage;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;

/** Asks the catalog, which may come and go. */
final class CatalogArchive implements Archive {

    private static final long FIRST_REACH = Duration.ofHours(1).toNanos();
    private static final long WIDER = 8;

    private final Supplier<Optional<RecordingCatalog>> catalogs;

    CatalogArchive(Supplier<Optional<RecordingCatalog>> catalogs) {
        this.catalogs = catalogs;
    }

    @Override
    public Timeline around(String cameraId, long moment) throws IOException {
        RecordingCatalog catalog =
                catalogs.get().orElseThrow(() -> new IOException("The catalog of the recordings is not there."));
        Optional<Footage> footage = catalog.footage().stream()
                .filter(camera -> camera.cameraId().equals(cameraId))
                .findFirst();
        if (footage.isEmpty()) {
            return Timeline.EMPTY;
        }
        long first = Moments.nanos(footage.get().first());
        long last = Moments.nanos(footage.get().last());
        long reach = FIRST_REACH;
        while (true) {
            long from = Math.max(0, moment - reach);
            long to = moment > Long.MAX_VALUE - reach ? Long.MAX_VALUE : moment + reach;
            boolean isFirst = from <= first;
            boolean isLast = to >= last;
            Instant begin = Moments.instant(from);
            Instant end = Moments.instant(to);
            List<Segment> segments = catalog.segments(cameraId, begin, end);
            boolean before = segments.stream().anyMatch(segment -> Moments.nanos(segment.start()) <= moment);
            boolean after = segments.stream().anyMatch(segment -> Moments.nanos(segment.start()) > moment);
            if ((isFirst || before) && (isLast || after)) {
                return new Timeline(segments, catalog.gaps(cameraId, begin, end), from, to, isFirst, isLast);
            }
            reach = reach > Long.MAX_VALUE / WIDER ? Long.MAX_VALUE : reach * WIDER;
        }
    }
}
