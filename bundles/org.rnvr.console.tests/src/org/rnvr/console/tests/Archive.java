package org.rnvr.console.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.rnvr.event.Registration;
import org.rnvr.media.Progress;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.Footage;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;

/** A catalog of one busy day: 10,000 segments of four cameras, with gaps and bookmarks. */
final class Archive implements RecordingCatalog {

    static final int SEGMENTS = 10_000;

    private static final long LIMIT_S = 20;
    private static final String[] CAMERAS = {"gate", "yard", "ramp", "store"};
    private static final int EACH = SEGMENTS / CAMERAS.length;
    private static final Duration DAY = Duration.ofHours(20);

    private final Instant start;
    private final Map<String, List<Segment>> segments = new ConcurrentHashMap<>();
    private final Map<String, List<RecordedGap>> gaps = new ConcurrentHashMap<>();
    private final List<Bookmark> bookmarks = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> observers = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean readOnUiThread;
    private volatile CountDownLatch open = new CountDownLatch(0);

    /** A day that ends a little before a moment. */
    Archive(Instant end) {
        start = end.minus(DAY);
        Duration length = DAY.dividedBy(EACH);
        for (String camera : CAMERAS) {
            List<Segment> own = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                Instant from = start.plus(length.multipliedBy(i));
                own.add(segment(camera, from, from.plus(length).minusMillis(40)));
            }
            segments.put(camera, own);
            gaps.put(camera, new ArrayList<>());
        }
        lose("yard", hours(6), hours(7.5), "loss");
        lose("yard", hours(12), hours(12.1), "loss");
        lose("ramp", hours(3), hours(3.8), "crash");
        lose("ramp", hours(15), hours(18), "storage");
        lose("store", hours(9), hours(9.02), "restart");
        addBookmark("gate", hours(10), hours(11), Site.said("Delivery of the new pumps", "새 펌프 납품"));
        addBookmark("store", hours(14), hours(14), Site.said("Door left open", "문이 열려 있음"));
        addBookmark("ramp", hours(2), hours(2.4), Site.said("Lorry touched the gate", "트럭이 게이트에 닿음"));
    }

    Instant hours(double hours) {
        return start.plusMillis((long) (hours * Duration.ofHours(1).toMillis()));
    }

    boolean wasReadOnUiThread() {
        return readOnUiThread;
    }

    Optional<RecordedGap> gapAt(String cameraId, Instant moment) {
        return gaps.getOrDefault(cameraId, List.of()).stream()
                .filter(gap -> !gap.from().isAfter(moment) && gap.to().isAfter(moment))
                .findFirst();
    }

    List<Bookmark> all() {
        return bookmarks;
    }

    @Override
    public List<Segment> segments(String cameraId, Instant from, Instant to) {
        read();
        return segments.getOrDefault(cameraId, List.of()).stream()
                .filter(segment ->
                        segment.start().isBefore(to) && !segment.end().isBefore(from))
                .toList();
    }

    @Override
    public List<RecordedGap> gaps(String cameraId, Instant from, Instant to) {
        read();
        return gaps.getOrDefault(cameraId, List.of()).stream()
                .filter(gap -> gap.from().isBefore(to) && !gap.to().isBefore(from))
                .toList();
    }

    @Override
    public List<Bookmark> bookmarks(String cameraId, Instant from, Instant to) {
        read();
        return bookmarks.stream()
                .filter(bookmark -> bookmark.cameraId().equals(cameraId)
                        && bookmark.from().isBefore(to)
                        && !bookmark.to().isBefore(from))
                .toList();
    }

    @Override
    public List<Footage> footage() {
        read();
        return segments.entrySet().stream()
                .map(entry -> new Footage(
                        entry.getKey(),
                        entry.getValue().get(0).start(),
                        entry.getValue().get(entry.getValue().size() - 1).end(),
                        entry.getValue().size(),
                        1L))
                .toList();
    }

    @Override
    public Bookmark addBookmark(String cameraId, Instant from, Instant to, String note) {
        read();
        Bookmark bookmark = new Bookmark(ids.incrementAndGet(), cameraId, from, to, note, Site.NOON);
        bookmarks.add(bookmark);
        observers.forEach(observer -> observer.accept(cameraId));
        return bookmark;
    }

    @Override
    public void removeBookmark(long id) {
        read();
        bookmarks.removeIf(bookmark -> bookmark.id() == id);
        observers.forEach(observer -> observer.accept(CAMERAS[0]));
    }

    @Override
    public CatalogReport check(boolean byHash, Progress progress) {
        throw new UnsupportedOperationException("The playback does not check");
    }

    @Override
    public CatalogReport rebuild(Progress progress) {
        throw new UnsupportedOperationException("The playback does not rebuild");
    }

    @Override
    public Registration observe(Consumer<String> observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    private void lose(String cameraId, Instant from, Instant to, String cause) {
        segments.get(cameraId)
                .removeIf(segment ->
                        segment.end().isAfter(from) && segment.start().isBefore(to));
        gaps.get(cameraId).add(new RecordedGap(cameraId, from, to, cause));
    }

    /** Whoever reads has to wait from now on. */
    void hold() {
        open = new CountDownLatch(1);
    }

    void letGo() {
        open.countDown();
    }

    private void read() {
        readOnUiThread |= Display.getCurrent() != null;
        try {
            open.await(LIMIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Segment segment(String cameraId, Instant from, Instant to) {
        return new Segment(
                ids.incrementAndGet(),
                cameraId,
                Path.of("/recordings", cameraId, ids.get() + ".mp4"),
                from,
                to,
                Optional.empty(),
                Optional.empty(),
                "h264",
                1920,
                1080,
                9_000_000,
                700,
                Optional.of(EndCause.ROTATION),
                Optional.empty());
    }
}
