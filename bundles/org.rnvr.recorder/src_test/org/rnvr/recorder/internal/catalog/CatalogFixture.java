package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.rnvr.event.Moment;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.MonotonicSpan;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

/** A catalog in a folder, with a clock that stands still, and what it said. */
final class CatalogFixture implements AutoCloseable, CatalogListener {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final String BOOT = "boot-1";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

    final Path folder;
    final FakeMedia media = new FakeMedia();
    final AtomicReference<Moment> now =
            new AtomicReference<>(new Moment(NOON.plusSeconds(86_400), 86_400_000_000_000L));
    final AtomicReference<ZoneId> zone = new AtomicReference<>(ZoneOffset.UTC);
    final List<Segment> crashed = new CopyOnWriteArrayList<>();
    final List<RecordedGap> gaps = new CopyOnWriteArrayList<>();
    final List<String> alerts = new CopyOnWriteArrayList<>();
    Catalog catalog;

    CatalogFixture(Path folder) {
        this.folder = folder;
        start();
    }

    /** As a recorder that starts does. */
    void start() {
        catalog = new Catalog(media, now::get, zone::get, this);
        catalog.use(folder);
    }

    void restart() {
        catalog.close();
        start();
    }

    Path database() {
        return folder.resolve(".rnvr/catalog.db");
    }

    Path fileAt(String camera, Instant start) {
        return folder.resolve(camera + "/" + DAY.format(start) + "/" + camera + "_" + TIME.format(start) + ".mkv");
    }

    /** A segment of the first boot, at as many seconds after noon on both clocks. */
    Segment segment(String camera, long from, long to) {
        return segment(camera, NOON.plusSeconds(from), NOON.plusSeconds(to), from, to);
    }

    Segment segment(String camera, Instant start, Instant end, long fromNanos, long toNanos) {
        return new Segment(
                0,
                camera,
                fileAt(camera, start),
                start,
                end,
                Optional.of(new MonotonicSpan(BOOT, fromNanos * 1_000_000_000L, toNanos * 1_000_000_000L)),
                Optional.of(start.minusMillis(123)),
                "h264",
                640,
                360,
                10,
                250,
                Optional.of(EndCause.ROTATION),
                Optional.empty());
    }

    OpenFile open(String camera, long from) {
        Instant start = NOON.plusSeconds(from);
        return new OpenFile(camera, fileAt(camera, start), start, BOOT, from * 1_000_000_000L, 7, "h264", 640, 360);
    }

    /** Makes the file of a segment, and the segment with its size. */
    Segment onDisk(Segment segment) throws IOException {
        FakeMedia.write(
                segment.file(), Duration.between(segment.start(), segment.end()).toSeconds());
        return new Segment(
                segment.id(),
                segment.cameraId(),
                segment.file(),
                segment.start(),
                segment.end(),
                segment.monotonic(),
                segment.cameraStart(),
                segment.codec(),
                segment.width(),
                segment.height(),
                Files.size(segment.file()),
                Duration.between(segment.start(), segment.end()).toSeconds() * 25,
                segment.cause(),
                segment.sha256());
    }

    List<Path> files(String camera, Instant from, Instant to) throws IOException {
        return catalog.segments(camera, from, to).stream().map(Segment::file).toList();
    }

    List<Path> allFiles(String camera) throws IOException {
        return files(camera, Instant.MIN, Instant.MAX);
    }

    @Override
    public void crashed(Segment segment) {
        crashed.add(segment);
    }

    @Override
    public void gap(RecordedGap gap) {
        gaps.add(gap);
    }

    @Override
    public void alert(String message) {
        alerts.add(message);
    }

    @Override
    public void close() {
        catalog.close();
    }
}
