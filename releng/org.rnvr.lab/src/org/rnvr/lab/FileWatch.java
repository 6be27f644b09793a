package org.rnvr.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Watches files grow, and how late this machine lets it look at them. Safe to use from several threads. */
final class FileWatch implements AutoCloseable {

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Map<Path, List<Growth>> growths = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "lab-file-watch");
    private volatile boolean closed;
    private volatile long latestNanos;

    /**
     * A file was seen to have grown.
     *
     * @param nanos when, as of {@link System#nanoTime()}
     * @param size to how many bytes
     */
    record Growth(long nanos, long size) {}

    FileWatch() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins to watch a file, which need not exist. */
    void add(Path file) {
        growths.put(file, new ArrayList<>());
    }

    /** How a file grew up to now. */
    List<Growth> growths(Path file) {
        List<Growth> all = growths.getOrDefault(file, List.of());
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    /** Forgets how late it was. */
    void beginToMeasure() {
        latestNanos = 0;
    }

    /** The longest time by which this machine was late to let it look. */
    Duration latest() {
        return Duration.ofNanos(latestNanos);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        long due = System.nanoTime();
        while (!closed) {
            growths.forEach(FileWatch::look);
            due += PERIOD_NANOS;
            for (long left = due - System.nanoTime(); left > 0 && !closed; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long late = System.nanoTime() - due;
            latestNanos = Math.max(latestNanos, late);
            due += late;
        }
    }

    private static void look(Path file, List<Growth> growths) {
        long size = file.toFile().length();
        synchronized (growths) {
            long before =
                    growths.isEmpty() ? 0 : growths.get(growths.size() - 1).size();
            if (size > before) {
                growths.add(new Growth(System.nanoTime(), size));
            }
        }
    }
}
