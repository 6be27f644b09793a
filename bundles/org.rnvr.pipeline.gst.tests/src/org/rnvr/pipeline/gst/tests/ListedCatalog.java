package org.rnvr.pipeline.gst.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rnvr.event.Registration;
import org.rnvr.media.Progress;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.Footage;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;

/** A catalog that says what a test wrote into it. */
final class ListedCatalog implements RecordingCatalog {

    private final List<Segment> segments = new CopyOnWriteArrayList<>();
    private final List<RecordedGap> gaps = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> observers = new CopyOnWriteArrayList<>();
    private final List<Path> growing = new CopyOnWriteArrayList<>();
    private final AtomicInteger questions = new AtomicInteger();

    void add(String cameraId, Path file, Instant start, Duration length) {
        add(cameraId, file, start, length, Optional.of(EndCause.ROTATION));
    }

    void addOpen(String cameraId, Path file, Instant start, Duration length) {
        add(cameraId, file, start, length, Optional.empty());
    }

    private void add(String cameraId, Path file, Instant start, Duration length, Optional<EndCause> cause) {
        segments.removeIf(
                segment -> segment.file().equals(file) && segment.cameraId().equals(cameraId));
        segments.add(new Segment(
                segments.size() + 1L,
                cameraId,
                file,
                start,
                start.plus(length),
                Optional.empty(),
                Optional.empty(),
                "h264",
                320,
                240,
                file.toFile().length(),
                0,
                cause,
                Optional.empty()));
        observers.forEach(observer -> observer.accept(cameraId));
    }

    /** A segment that is written now: whenever it is asked for it ends at that time. */
    void addGrowing(String cameraId, Path file, Instant start) {
        growing.add(file);
        addOpen(cameraId, file, start, Duration.between(start, Instant.now()));
    }

    void addGap(String cameraId, Instant from, Instant to, String cause) {
        gaps.add(new RecordedGap(cameraId, from, to, cause));
    }

    private static Segment grown(Segment segment) {
        return new Segment(
                segment.id(),
                segment.cameraId(),
                segment.file(),
                segment.start(),
                Instant.now(),
                Optional.empty(),
                Optional.empty(),
                segment.codec(),
                segment.width(),
                segment.height(),
                segment.bytes(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** How often it was asked for segments. */
    int questions() {
        return questions.get();
    }

    @Override
    public List<Segment> segments(String cameraId, Instant from, Instant to) {
        questions.incrementAndGet();
        for (Segment segment : segments) {
            if (growing.contains(segment.file()) && segment.isOpen()) {
                segments.set(segments.indexOf(segment), grown(segment));
            }
        }
        return segments.stream()
                .filter(segment -> segment.cameraId().equals(cameraId)
                        && segment.start().isBefore(to)
                        && !segment.end().isBefore(from))
                .sorted((a, b) -> a.start().compareTo(b.start()))
                .toList();
    }

    @Override
    public List<RecordedGap> gaps(String cameraId, Instant from, Instant to) {
        return gaps.stream()
                .filter(gap -> gap.cameraId().equals(cameraId)
                        && gap.from().isBefore(to)
                        && !gap.to().isBefore(from))
                .toList();
    }

    @Override
    public List<Footage> footage() throws IOException {
        List<Footage> footage = new ArrayList<>();
        for (String camera : segments.stream().map(Segment::cameraId).distinct().toList()) {
            List<Segment> own = segments(camera, Instant.EPOCH, Instant.MAX);
            long bytes = 0;
            for (Segment segment : own) {
                bytes += Files.exists(segment.file()) ? Files.size(segment.file()) : 0;
            }
            Stream<Instant> ends = own.stream().map(Segment::end);
            footage.add(new Footage(
                    camera, own.get(0).start(), ends.max(Instant::compareTo).orElseThrow(), own.size(), bytes));
        }
        return footage;
    }

    @Override
    public List<Bookmark> bookmarks(String cameraId, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public Bookmark addBookmark(String cameraId, Instant from, Instant to, String note) {
        throw new UnsupportedOperationException();
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
        Consumer<String> registered = observer::accept;
        observers.add(registered);
        return () -> observers.remove(registered);
    }
}
