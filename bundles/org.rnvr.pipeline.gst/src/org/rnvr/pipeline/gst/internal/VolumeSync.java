package org.rnvr.pipeline.gst.internal;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the files on one file system up to date, a few one by one, more of them all at once: each fdatasync(2) costs a
 * commit of the journal and the way of a disk's heads there and back. One request after the other: a disk that cannot
 * keep up gets fewer, not more.
 */
final class VolumeSync {

    /** A file on the file system. */
    interface Entry {
        /** What was written up to now survives a power cut, and that there is such a file. */
        void sync() throws IOException;

        /** The same for all files of its file system. */
        void syncFileSystem() throws IOException;

        /** Another one's {@link #syncFileSystem} brought its name onto the disk. */
        void named();
    }

    private static final Logger LOG = LoggerFactory.getLogger(VolumeSync.class);

    /** So many files are cheaper one by one, and what others write on the same disk is left alone. */
    private static final int FEW = 3;

    private final ScheduledExecutorService thread;
    private final Map<Entry, Duration> files = new LinkedHashMap<>();
    private final Set<Entry> asked = new LinkedHashSet<>();
    private Duration period;
    private Future<?> schedule;

    VolumeSync(String name) {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Brings a file up to date now, and then in each period. */
    synchronized void add(Entry file, Duration each) {
        files.put(file, each);
        now(file);
        reschedule();
    }

    /**
     * Takes no further care of a file.
     *
     * @return whether that was the last one
     */
    synchronized boolean remove(Entry file) {
        files.remove(file);
        asked.remove(file);
        if (!files.isEmpty()) {
            reschedule();
        }
        return files.isEmpty();
    }

    private void reschedule() {
        Duration shortest = files.values().stream().min(Duration::compareTo).orElseThrow();
        if (shortest.equals(period)) {
            return;
        }
        if (schedule != null) {
            schedule.cancel(false);
        }
        period = shortest;
        schedule = thread.scheduleWithFixedDelay(
                () -> sync(all()), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Brings a file up to date as soon as what is under way has ended; with all others that are asked for until then. */
    synchronized void now(Entry file) {
        asked.add(file);
        thread.execute(() -> sync(takeAsked()));
    }

    private synchronized List<Entry> all() {
        return new ArrayList<>(files.keySet());
    }

    private synchronized List<Entry> takeAsked() {
        List<Entry> taken = new ArrayList<>(asked);
        asked.clear();
        return taken;
    }

    private static void sync(List<Entry> open) {
        if (open.size() > FEW) {
            syncFileSystem(open);
        } else {
            open.forEach(VolumeSync::sync);
        }
    }

    private static void sync(Entry file) {
        try {
            file.sync();
        } catch (ClosedChannelException e) {
            LOG.trace("{} is finished", file, e);
        } catch (IOException e) {
            // The writer of the file meets the same error and tells it.
            LOG.debug("{} could not be synced", file, e);
        }
    }

    private static void syncFileSystem(List<Entry> open) {
        for (Entry file : open) {
            try {
                file.syncFileSystem();
                open.forEach(Entry::named);
                return;
            } catch (ClosedChannelException e) {
                LOG.trace("{} is finished", file, e);
            } catch (IOException e) {
                // The writers of the files meet the same error and tell it.
                LOG.debug("{}", e.getMessage(), e);
                return;
            }
        }
    }

    void end() {
        // What is under way must not be interrupted: that would close the file.
        thread.shutdown();
    }
}
