package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;
import org.rnvr.recording.Selection;

/** Finds the segments that a selection means. Those being written are none of them. */
final class ChosenSegments {

    private final RecordingCatalog catalog;

    ChosenSegments(RecordingCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Closed segments, camera by camera, by start.
     *
     * @throws IOException if the selection names a camera that there is not, or the catalog cannot be read
     */
    List<Segment> closed(Selection selection, Site site) throws IOException {
        new KnownCameras(catalog).require(selection.cameraIds(), site);
        List<Segment> chosen = new ArrayList<>();
        for (String cameraId : selection.cameraIds().stream().distinct().toList()) {
            for (Segment segment : catalog.segments(cameraId, selection.from(), selection.to())) {
                if (!segment.isOpen()) {
                    chosen.add(segment);
                }
            }
        }
        return List.copyOf(chosen);
    }

    /** Those of some segments that no bookmark touches. */
    List<Segment> withoutBookmark(List<Segment> segments) throws IOException {
        List<Segment> free = new ArrayList<>();
        for (String cameraId :
                segments.stream().map(Segment::cameraId).distinct().toList()) {
            List<Segment> ofCamera = segments.stream()
                    .filter(segment -> segment.cameraId().equals(cameraId))
                    .toList();
            Instant from = ofCamera.stream()
                    .map(Segment::start)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            Instant to = ofCamera.stream()
                    .map(Segment::end)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            // A bookmark of a moment at the very end counts, whether or not the catalog takes an end to belong to a
            // time.
            List<Bookmark> bookmarks = catalog.bookmarks(cameraId, from, to.plusMillis(1));
            ofCamera.stream()
                    .filter(segment -> bookmarks.stream().noneMatch(bookmark -> touches(bookmark, segment)))
                    .forEach(free::add);
        }
        return List.copyOf(free);
    }

    private static boolean touches(Bookmark bookmark, Segment segment) {
        return !bookmark.to().isBefore(segment.start()) && !bookmark.from().isAfter(segment.end());
    }
}
