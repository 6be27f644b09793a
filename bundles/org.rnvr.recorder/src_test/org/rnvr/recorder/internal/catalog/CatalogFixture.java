package org.rnvr.recorder.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
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

    /** That of the catalog which works with the database is among them. */
    private final ThreadGroup threads = new ThreadGroup("catalog");

    Catalog catalog;

    CatalogFixture(Path folder) throws IOException {
        this.folder = folder;
        mark(folder);
        start();
    }

    /** As the one who watches the volume does before the catalog may be there. */
    static void mark(Path volume) throws IOException {
        Files.createDirectories(volume.resolve(".rnvr"));
    }

    /** As a recorder that starts does. */
    void start() {
        Executor inGroup = task -> new Thread(threads, task).start();
        CompletableFuture.runAsync(
                        () -> {
                            catalog = new Catalog(media, now::get, zone::get, this);
                            catalog.use(folder);
                        },
                        inGroup)
                .join();
    }

    void restart() {
        close();
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

    /** The gaps that were told of, once there are so many: they are told of after they can be read. */
    List<RecordedGap> gapsWhenThereAre(int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (gaps.size() < count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        return List.copyOf(gaps);
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

    /** Waits longer than a recorder that ends: a thread that a disk holds up still has the database, and its lock. */
    @Override
    public void close() {
        catalog.close();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (threads.activeCount() > 0) {
            assertTrue(System.nanoTime() < deadline, "the catalog ends");
            LockSupport.parkNanos(1_000_000);
        }
    }
}
