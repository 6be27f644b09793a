package org.rnvr.democamera.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One thread that sends every client's clip in time. */
final class FeedPump implements AutoCloseable {

    /** Waking no more often than this lets many feeds share a wake-up; cameras jitter more. */
    private static final long MIN_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<ClipFeed> feeds = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "democamera-pump");
    private boolean closed;

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void add(ClipFeed feed) {
        lock.lock();
        try {
            feeds.add(feed);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** When it returns, the feed is not and will not be used. */
    void remove(ClipFeed feed) {
        lock.lock();
        try {
            feeds.remove(feed);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            while (!closed) {
                if (feeds.isEmpty()) {
                    changed.await();
                } else {
                    changed.awaitNanos(Math.max(MIN_PAUSE_NANOS, sendDue() - System.nanoTime()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private long sendDue() {
        long now = System.nanoTime();
        long wait = Long.MAX_VALUE;
        for (ClipFeed feed : feeds) {
            wait = Math.min(wait, feed.sendDue(now) - now);
        }
        return now + wait;
    }
}
