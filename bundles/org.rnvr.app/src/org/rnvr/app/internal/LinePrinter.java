package org.rnvr.app.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Prints lines in the order they come, on a thread of its own: a terminal that is held by Ctrl-S, or a pipe that nobody
 * reads, holds up nobody who has something to say. Lines beyond those that may wait are dropped.
 */
final class LinePrinter implements AutoCloseable {

    /** How many lines wait at most. */
    static final int CAPACITY = 1_000;

    private static final Duration LAST_LINES = Duration.ofMillis(250);

    private final PrintStream out;
    private final ThreadPoolExecutor thread;

    LinePrinter(PrintStream out) {
        this.out = out;
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.NANOSECONDS,
                new ArrayBlockingQueue<>(CAPACITY),
                task -> {
                    Thread made = new Thread(task, "rnvr-terminal");
                    made.setDaemon(true);
                    return made;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Takes a line and returns at once; ignores it after {@link #close()}. Any thread. */
    void println(String line) {
        thread.execute(() -> out.println(line));
    }

    /** Takes no more, and gives what was taken a short time to appear. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(LAST_LINES.toNanos(), TimeUnit.NANOSECONDS);
    }
}
