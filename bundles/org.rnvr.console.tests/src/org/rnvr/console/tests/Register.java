package org.rnvr.console.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.media.Progress;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.Footage;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;

/** A catalog whose checks take until they are told to end, or are cancelled. */
final class Register implements RecordingCatalog {

    private static final long LOOK_MS = 10;

    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean checkedByHash;

    void end() {
        end.countDown();
    }

    boolean wasCheckedByHash() {
        return checkedByHash;
    }

    @Override
    public CatalogReport check(boolean byHash, Progress progress) throws IOException {
        checkedByHash = byHash;
        progress.done(0.4);
        try {
            while (!end.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                if (progress.isCancelled()) {
                    throw new CancellationException();
                }
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return new CatalogReport(
                1234,
                List.of(Path.of("/recordings/gate/20260301/gate_20260301_101500.mp4")),
                List.of(),
                List.of(),
                List.of(),
                Duration.ofMillis(61_500));
    }

    @Override
    public CatalogReport rebuild(Progress progress) throws IOException {
        throw new IOException("the catalog is in use");
    }

    @Override
    public List<Segment> segments(String cameraId, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<RecordedGap> gaps(String cameraId, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<Bookmark> bookmarks(String cameraId, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<Footage> footage() {
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
    public Registration observe(Consumer<String> observer) {
        return () -> {};
    }
}
