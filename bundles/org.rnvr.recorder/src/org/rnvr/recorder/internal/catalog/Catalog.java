package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.media.MediaFiles;
import org.rnvr.media.Progress;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.Footage;
import org.rnvr.recording.MonotonicSpan;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog of one recording folder, kept in a database in {@code .rnvr} within it.
 * <p>
 * Those who record report what happens; they never wait, and while the volume is away what they report is kept in memory
 * until {@link #use} finds it again. Those who ask wait for the disk, and see everything that was reported before they asked.
 * Times are kept to the microsecond. Any thread.
 */
public final class Catalog implements RecordingCatalog, AutoCloseable {

    /** Cause of a gap that the recorder, or its machine, left by going down. */
    public static final String CRASH = "crash";

    private static final Logger LOGGER = LoggerFactory.getLogger(Catalog.class);

    private final MediaFiles media;
    private final Supplier<Moment> clock;
    private final Supplier<ZoneId> zone;
    private final CatalogListener listener;
    private final CatalogLane lane;
    private final SegmentHasher hasher;
    private final FilesInUse inUse = new FilesInUse();
    private final Map<Path, OpenFile> open = new ConcurrentHashMap<>();
    private final Set<Path> refused = ConcurrentHashMap.newKeySet();
    private final List<Consumer<String>> observers = new CopyOnWriteArrayList<>();
    private final Object checking = new Object();
    private final ExecutorService upkeep;
    private volatile boolean hashing;
    private volatile boolean closed;

    /**
     * Makes a catalog that has no folder yet.
     *
     * @param media reads and mends files that the catalog does not know
     * @param clock both clocks of now
     * @param zone the time zone that files are named in
     * @param listener hears what the catalog finds out
     */
    public Catalog(MediaFiles media, Supplier<Moment> clock, Supplier<ZoneId> zone, CatalogListener listener) {
        this.media = media;
        this.clock = clock;
        this.zone = zone;
        this.listener = listener;
        lane = new CatalogLane(() -> clock.get().time(), new Written());
        hasher = new SegmentHasher(lane::add);
        upkeep = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "rnvr-catalog-upkeep");
            thread.setDaemon(true);
            return thread;
        });
    }

    private final class Written implements CatalogLane.Sink {
        @Override
        public void changed(Collection<String> cameraIds) {
            tell(cameraIds);
        }

        @Override
        public void gap(RecordedGap gap) {
            listener.gap(gap);
        }

        @Override
        public void damaged(String message) {
            listener.alert(message);
            open.values().forEach(file -> lane.add(new Change.Opened(file)));
            try {
                upkeep.execute(Catalog.this::fill);
            } catch (RejectedExecutionException e) {
                LOGGER.debug("the catalog ends; the next start fills it", e);
            }
        }

        @Override
        public void refused(String message) {
            listener.alert(message);
        }
    }

    private void fill() {
        try {
            CatalogReport report = check(false, ending());
            LOGGER.info(
                    "the catalog was made anew from {} recordings",
                    report.entered().size());
        } catch (CancellationException e) {
            LOGGER.debug("the catalog ended while it was made anew", e);
        } catch (IOException | RuntimeException e) {
            if (closed) {
                LOGGER.debug("the catalog ended while it was made anew", e);
                return;
            }
            LOGGER.error("the catalog could not be made anew from the recordings", e);
            listener.alert("the catalog could not be made anew from the recordings: " + e.getMessage());
        }
    }

    private Progress ending() {
        return new Progress() {
            @Override
            public void done(double fraction) {
                // nobody looks on
            }

            @Override
            public boolean isCancelled() {
                return closed;
            }
        };
    }

    /**
     * Keeps the catalog of this folder from now on, which is made if it is not there. Files of another folder must be reported
     * as closed before. Returns at once.
     *
     * @param folder the recording folder, absolute
     */
    public void use(Path folder) {
        lane.use(folder);
    }

    /**
     * Lets go of the volume, so that it can be taken away; until {@link #use}, what is reported waits in memory. Returns at
     * once.
     *
     * @param reason one sentence for those who ask in the meantime
     * @return completes when no file of the catalog is open any more; on a thread of the catalog
     */
    public CompletableFuture<Void> suspend(String reason) {
        return lane.suspend(reason);
    }

    /** Whether the hashes of files are computed when they are finished. At first not. */
    public void setHashing(boolean on) {
        hashing = on;
    }

    /** Number of reports that wait to be written. */
    public int waiting() {
        return lane.waiting();
    }

    /**
     * Files that the recorder is busy with. A file that is being recorded must be added before it is made; it is removed by
     * {@link #closed} or {@link #discarded}. One that is about to be deleted may be added too, lest a check miss it.
     */
    public FilesInUse inUse() {
        return inUse;
    }

    /** A file is being written. Returns at once. */
    public void opened(OpenFile file) {
        inUse.add(file.file());
        open.put(file.file(), file);
        lane.add(new Change.Opened(file));
    }

    /**
     * A file is finished and safely on the disk. Returns at once.
     *
     * @param segment the file; its number does not matter
     */
    public void closed(Segment segment) {
        lane.add(new Change.Closed(segment));
        // After it: whoever does not find it in use any more finds it written.
        open.remove(segment.file());
        inUse.remove(segment.file());
        if (hashing) {
            hasher.add(segment);
        }
    }

    /**
     * A file ended because its volume refused it, so that nobody knows what of it is on the disk: the next check mends it and
     * enters what there is. Returns at once.
     */
    public void refused(Path file) {
        refused.add(file);
        open.remove(file);
        inUse.remove(file);
    }

    /** A file whose name was taken is not written after all, or nothing came into it. Returns at once. */
    public void discarded(String cameraId, Path file) {
        lane.add(new Change.Deleted(cameraId, file));
        open.remove(file);
        inUse.remove(file);
    }

    /** A time was not recorded. Returns at once. */
    public void gap(RecordedGap gap) {
        lane.add(new Change.Missed(gap));
    }

    /** Files of these segments are about to be deleted, which no check is to notice before {@link #remove}. */
    public void deleting(List<Segment> segments) {
        segments.forEach(segment -> inUse.add(segment.file()));
    }

    /** A file was not deleted after all. */
    public void kept(Segment segment) {
        inUse.remove(segment.file());
    }

    /** Files of these segments were deleted. Returns at once. */
    public void remove(List<Segment> segments) {
        for (Segment segment : segments) {
            lane.add(new Change.Deleted(segment.cameraId(), segment.file()));
            inUse.remove(segment.file());
        }
    }

    /**
     * In the order of recording, as {@link RecordingOrder} explains: by start, except where the clock was set. The file being
     * written has number 0, ends now, and has no count of frames yet.
     */
    @Override
    public List<Segment> segments(String cameraId, Instant from, Instant to) throws IOException {
        // Before the finished ones: what is closed in between is found there.
        List<Segment> writing = writing(cameraId, from, to);
        Map<Path, Segment> found = new LinkedHashMap<>();
        lane.read(tables -> tables.touching(cameraId, from, to)).forEach(segment -> found.put(segment.file(), segment));
        writing.forEach(segment -> found.putIfAbsent(segment.file(), segment));
        return RecordingOrder.of(new ArrayList<>(found.values()));
    }

    private List<Segment> writing(String cameraId, Instant from, Instant to) {
        Span asked = new Span(Micros.of(from), Math.max(Micros.of(to), Micros.of(from) + 1));
        return open.values().stream()
                .filter(file -> file.cameraId().equals(cameraId))
                .map(this::soFar)
                .filter(segment -> {
                    Span span = Span.of(segment.start(), segment.end(), segment.monotonic());
                    return span.low() < asked.high() && span.high() >= asked.low();
                })
                .toList();
    }

    private Segment soFar(OpenFile file) {
        Moment now = clock.get();
        return new Segment(
                0,
                file.cameraId(),
                file.file(),
                file.start(),
                now.time(),
                Optional.of(new MonotonicSpan(file.boot(), file.startNanos(), now.nanos())),
                Optional.empty(),
                file.codec(),
                file.width(),
                file.height(),
                size(file.file()),
                0,
                Optional.empty(),
                Optional.empty());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            LOGGER.debug("the size of {} cannot be read", file, e);
            return 0;
        }
    }

    @Override
    public List<RecordedGap> gaps(String cameraId, Instant from, Instant to) throws IOException {
        return lane.read(tables -> tables.gaps(cameraId, from, to));
    }

    @Override
    public List<Bookmark> bookmarks(String cameraId, Instant from, Instant to) throws IOException {
        return lane.read(tables -> tables.bookmarks(cameraId, from, to));
    }

    @Override
    public List<Footage> footage() throws IOException {
        Map<String, List<Segment>> writing = new TreeMap<>();
        open.values().forEach(file -> writing.computeIfAbsent(file.cameraId(), id -> new ArrayList<>())
                .add(soFar(file)));
        Map<String, Footage> footage = new TreeMap<>();
        lane.read(Tables::footage).forEach(finished -> footage.put(finished.cameraId(), finished));
        Set<Path> entered = new HashSet<>();
        for (Map.Entry<String, List<Segment>> camera : writing.entrySet()) {
            for (Segment segment : camera.getValue()) {
                if (open.containsKey(segment.file()) && entered.add(segment.file())) {
                    footage.merge(camera.getKey(), footageOf(segment), Catalog::sum);
                }
            }
        }
        return List.copyOf(footage.values());
    }

    private static Footage footageOf(Segment segment) {
        return new Footage(segment.cameraId(), segment.start(), segment.end(), 1, segment.bytes());
    }

    private static Footage sum(Footage a, Footage b) {
        return new Footage(
                a.cameraId(),
                a.first().isBefore(b.first()) ? a.first() : b.first(),
                a.last().isAfter(b.last()) ? a.last() : b.last(),
                a.segments() + b.segments(),
                a.bytes() + b.bytes());
    }

    @Override
    public Bookmark addBookmark(String cameraId, Instant from, Instant to, String note) throws IOException {
        Bookmark bookmark =
                new Bookmark(0, cameraId, from, to, note, clock.get().time());
        Bookmark kept = lane.write(tables -> tables.addBookmark(bookmark));
        tell(List.of(cameraId));
        return kept;
    }

    @Override
    public void removeBookmark(long id) throws IOException {
        tell(lane.write(tables -> tables.removeBookmark(id)).stream().toList());
    }

    /**
     * Finished segments of all cameras, the oldest first.
     *
     * @param limit how many at most
     * @param endedBefore only those that ended before this
     * @param bookmarkedToo whether those with a bookmark count
     */
    public List<Segment> oldest(int limit, Optional<Instant> endedBefore, boolean bookmarkedToo) throws IOException {
        return lane.read(tables -> tables.oldest(limit, endedBefore.orElse(Instant.MAX), bookmarkedToo));
    }

    /** Whether a bookmark touches a finished segment. */
    public boolean touchesBookmark(Segment segment) throws IOException {
        Path file = segment.file();
        return lane.read(tables -> {
            Optional<String> name = tables.name(file);
            return name.isPresent() && tables.isBookmarked(name.get());
        });
    }

    /** Bytes of the finished segments that began at a time or later, by camera. */
    public Map<String, Long> bytesRecordedSince(Instant time) throws IOException {
        return lane.read(tables -> {
            Map<String, Long> bytes = new TreeMap<>();
            for (Footage camera : tables.footage()) {
                bytes.put(camera.cameraId(), tables.bytesSince(camera.cameraId(), time));
            }
            return bytes;
        });
    }

    @Override
    public Registration observe(Consumer<String> observer) {
        // A registration of its own, though the same observer may be registered twice.
        Consumer<String> registered = observer::accept;
        observers.add(registered);
        return () -> observers.remove(registered);
    }

    private void tell(Collection<String> cameraIds) {
        for (String cameraId : cameraIds) {
            for (Consumer<String> observer : observers) {
                try {
                    observer.accept(cameraId);
                } catch (RuntimeException e) {
                    LOGGER.error("an observer of the catalog failed", e);
                }
            }
        }
    }

    /** @throws CancellationException if it was cancelled; what was found until then is entered */
    @Override
    public CatalogReport check(boolean byHash, Progress progress) throws IOException {
        synchronized (checking) {
            CatalogCheck check = new CatalogCheck(lane, entry(), inUse, refused::contains, clock);
            CatalogReport report = check.run(byHash, progress);
            refused.removeAll(report.entered());
            List<Segment> cutOff = new ArrayList<>(check.crashed());
            check.nothings().stream()
                    .filter(nothing -> nothing.cause().equals(Optional.of(EndCause.CRASH)))
                    .forEach(cutOff::add);
            CrashGaps.enter(lane, cutOff, () -> open.values().stream()
                            .map(this::soFar)
                            .toList())
                    .forEach(listener::gap);
            check.crashed().forEach(listener::crashed);
            if (hashing) {
                check.crashed().forEach(hasher::add);
            }
            tell(check.changedCameras());
            return report;
        }
    }

    /** @throws CancellationException if it was cancelled; the catalog is as it was */
    @Override
    public CatalogReport rebuild(Progress progress) throws IOException {
        synchronized (checking) {
            CatalogReport report = new CatalogRebuild(lane, entry(), inUse, clock).run(progress);
            tell(lane.read(Tables::footage).stream().map(Footage::cameraId).toList());
            return report;
        }
    }

    private FileEntry entry() {
        return new FileEntry(media, zone.get());
    }

    /** Writes what waits, if it can be written soon, and ends. */
    @Override
    public void close() {
        closed = true;
        hasher.close();
        upkeep.shutdown();
        lane.close();
    }
}
