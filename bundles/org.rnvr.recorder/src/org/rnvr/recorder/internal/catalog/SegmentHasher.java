package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the hashes of finished files, one after another, on a thread that gives way to all others. Soon after a file is
 * finished, so that the system still has most of it in memory.
 */
final class SegmentHasher implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(SegmentHasher.class);

    private final Consumer<Change.Hashed> sink;
    private final ThreadPoolExecutor worker;
    private volatile boolean closed;

    SegmentHasher(Consumer<Change.Hashed> sink) {
        this.sink = sink;
        worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "rnvr-catalog-hash");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
    }

    /** Has the hash of a finished file computed. Returns at once. */
    void add(Segment segment) {
        try {
            worker.execute(() -> hash(segment));
        } catch (RejectedExecutionException e) {
            LOGGER.debug("{} ends without a hash", segment.file(), e);
        }
    }

    private void hash(Segment segment) {
        try {
            String sha256 = Sha256.of(segment.file(), () -> closed);
            sink.accept(new Change.Hashed(segment.cameraId(), segment.file(), sha256));
        } catch (CancellationException e) {
            LOGGER.debug("{} stays without a hash until the next full check", segment.file(), e);
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("the hash of {} cannot be computed", segment.file(), e);
        }
    }

    /** Ends without waiting; what has no hash gets it by the next full check. */
    @Override
    public void close() {
        closed = true;
        worker.shutdownNow();
    }
}
