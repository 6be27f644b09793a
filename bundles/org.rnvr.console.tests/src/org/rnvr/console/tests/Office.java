package org.rnvr.console.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.swt.widgets.Display;
import org.rnvr.media.JoinedFile;
import org.rnvr.media.Progress;
import org.rnvr.recording.Backups;
import org.rnvr.recording.Evidence;
import org.rnvr.recording.ExportRequest;
import org.rnvr.recording.ExportResult;
import org.rnvr.recording.Selection;
import org.rnvr.recording.TransferResult;
import org.rnvr.recording.VerificationReport;

/** Exports, copies and deletes nothing, and keeps account of what it is asked for. */
final class Office implements Evidence, Backups {

    static final Path FOLDER = Path.of("/media/stick/rnvr-export-20260301-120000");

    private final List<ExportRequest> exports = new CopyOnWriteArrayList<>();
    private final List<Selection> selections = new CopyOnWriteArrayList<>();
    private volatile boolean bookmarkedToo;
    private volatile boolean cancelled;
    private volatile boolean calledOnUiThread;
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private volatile List<String> problems = List.of();

    List<ExportRequest> exports() {
        return exports;
    }

    List<Selection> selections() {
        return selections;
    }

    boolean bookmarkedToo() {
        return bookmarkedToo;
    }

    boolean wasCancelled() {
        return cancelled;
    }

    boolean wasCalledOnUiThread() {
        return calledOnUiThread;
    }

    /** Lets exports take their time, until they are let go. */
    void hold() {
        hold = new CountDownLatch(1);
    }

    void letGo() {
        hold.countDown();
    }

    void find(List<String> found) {
        problems = found;
    }

    @Override
    public ExportResult export(ExportRequest request, Progress progress) {
        called();
        exports.add(request);
        progress.done(0.4);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (hold.getCount() > 0 && System.nanoTime() < deadline) {
            if (progress.isCancelled()) {
                cancelled = true;
                throw new CancellationException();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        progress.done(1);
        return new ExportResult(
                FOLDER,
                List.of(new JoinedFile(FOLDER.resolve("gate.mp4"), request.from(), request.to(), 1500)),
                List.of());
    }

    @Override
    public VerificationReport verify(Path folder, Progress progress) {
        called();
        return new VerificationReport(problems, 3, "3f9a".repeat(16), true);
    }

    @Override
    public byte[] snapshot(String cameraId, Instant moment) {
        called();
        return new byte[] {1};
    }

    @Override
    public TransferResult backup(Selection selection, Optional<Path> destination, Progress progress)
            throws IOException {
        called();
        selections.add(selection);
        throw new IOException(Site.said("/media/stick is full.", "/media/stick에 공간이 없습니다."));
    }

    @Override
    public TransferResult delete(Selection selection, boolean alsoBookmarked, Progress progress) {
        called();
        selections.add(selection);
        bookmarkedToo = alsoBookmarked;
        return new TransferResult(12, 0, 108_000_000, List.of());
    }

    private void called() {
        calledOnUiThread |= Display.getCurrent() != null;
    }
}
