package org.rnvr.pipeline.gst.internal;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the files that are being recorded onto the disk again and again, so that a power cut costs no more than was
 * configured. One file after the other: a disk that cannot keep up gets fewer requests, not more.
 */
final class DiskSync {

    private static final Logger LOG = LoggerFactory.getLogger(DiskSync.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "gst-disk-sync");
        made.setDaemon(true);
        return made;
    });

    /** Keeps a file up to date on the disk until the result is cancelled or the file is closed. */
    Future<?> keep(DurableFile file, Duration period) {
        return thread.scheduleWithFixedDelay(
                () -> sync(file), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Brings a file up to date on the disk now. */
    void now(DurableFile file) {
        thread.execute(() -> sync(file));
    }

    private static void sync(DurableFile file) {
        try {
            file.sync();
        } catch (ClosedChannelException e) {
            LOG.trace("{} is finished", file.path(), e);
        } catch (IOException e) {
            // The writer of the file meets the same error and tells it.
            LOG.debug("{} could not be synced", file.path(), e);
        }
    }

    void end() {
        thread.shutdownNow();
    }
}
