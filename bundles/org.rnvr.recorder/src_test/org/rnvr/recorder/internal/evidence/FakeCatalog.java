package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.media.Progress;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.Footage;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;

/** A catalog in memory. */
final class FakeCatalog implements RecordingCatalog, SegmentRemoval {

    final List<Segment> segments = new ArrayList<>();
    final List<RecordedGap> gaps = new ArrayList<>();
    final List<Bookmark> bookmarks = new ArrayList<>();
    final List<List<Segment>> removals = new ArrayList<>();
    boolean refusing;

    @Override
    public List<Segment> segments(String cameraId, Instant from, Instant to) {
        return segments.stream()
                .filter(segment -> segment.cameraId().equals(cameraId)
                        && segment.start().isBefore(to)
                        && !segment.end().isBefore(from))
                .sorted(Comparator.comparing(Segment::start))
                .toList();
    }

    @Override
    public List<RecordedGap> gaps(String cameraId, Instant from, Instant to) {
        return gaps.stream()
                .filter(gap -> gap.cameraId().equals(cameraId)
                        && gap.from().isBefore(to)
                        && gap.to().isAfter(from))
                .toList();
    }

    @Override
    public List<Bookmark> bookmarks(String cameraId, Instant from, Instant to) {
        return bookmarks.stream()
                .filter(bookmark -> bookmark.cameraId().equals(cameraId)
                        && bookmark.from().isBefore(to)
                        && !bookmark.to().isBefore(from))
                .toList();
    }

    @Override
    public List<Footage> footage() {
        return segments.stream()
                .map(segment -> new Footage(segment.cameraId(), segment.start(), segment.end(), 1, segment.bytes()))
                .toList();
    }

    @Override
    public void remove(List<Segment> gone) throws IOException {
        if (refusing) {
            throw new IOException("the catalog is away");
        }
        removals.add(gone);
        segments.removeAll(gone);
    }

    @Override
    public Bookmark addBookmark(String cameraId, Instant from, Instant to, String note) {
        Bookmark bookmark = new Bookmark(bookmarks.size() + 1, cameraId, from, to, note, from);
        bookmarks.add(bookmark);
        return bookmark;
    }

    @Override
    public void removeBookmark(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CatalogReport check(boolean byHash, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CatalogReport rebuild(Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration observe(Consumer<String> observer) {
        throw new UnsupportedOperationException();
    }
}
