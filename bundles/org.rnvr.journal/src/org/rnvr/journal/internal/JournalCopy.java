package org.rnvr.journal.internal;

import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Prints the lines of the journal too, on a thread of its own: a reader that stands still does not hold the journal up.
 * Lines beyond those that may wait are missing from the copy, not from the journal.
 */
final class JournalCopy {

    private final PrintStream stream;
    private final ThreadPoolExecutor thread;

    /**
     * Begins to print.
     *
     * @param stream where to
     * @param capacity how many lines wait at most
     */
    JournalCopy(PrintStream stream, int capacity) {
        this.stream = stream;
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.NANOSECONDS,
                new ArrayBlockingQueue<>(capacity),
                task -> {
                    Thread made = new Thread(task, "rnvr-journal-copy");
                    made.setDaemon(true);
                    return made;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Takes a line and returns at once. */
    void println(String line) {
        thread.execute(() -> {
            stream.println(line);
            stream.flush();
        });
    }

    /** Takes no more, and waits until what was taken is printed, but no longer than the time given. */
    void close(long nanos) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(nanos, TimeUnit.NANOSECONDS);
    }
}
