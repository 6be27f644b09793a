package org.rnvr.journal.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.rnvr.event.Alert;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events in the order they were taken, on a thread of its own. While the folder is not known yet or the disk
 * refuses, events wait in memory up to a bound; beyond it they are counted, and the journal says how many it lacks.
 */
final class JournalWriter {

    /** How many events wait at most. */
    static final int CAPACITY = 20_000;

    private static final Logger LOGGER = LoggerFactory.getLogger(JournalWriter.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** An empty one only wakes the thread. */
    private final BlockingQueue<Optional<RnvrEvent>> waiting;

    private final AtomicLong dropped = new AtomicLong();
    private final CompletableFuture<Path> folder = new CompletableFuture<>();
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Optional<JournalCopy> copy;
    private final Consumer<String> written;
    private final Thread thread = new Thread(this::run, "rnvr-journal");

    /**
     * Begins to take events.
     *
     * @param copy where every line is printed too, if it is read fast enough
     * @param capacity how many events wait at most, for the journal and for the copy
     * @param written called with every line after it was written, on the thread that writes
     */
    JournalWriter(Optional<PrintStream> copy, int capacity, Consumer<String> written) {
        this.written = written;
        this.copy = copy.map(stream -> new JournalCopy(stream, capacity));
        this.waiting = new LinkedBlockingQueue<>(capacity);
        thread.setDaemon(true);
        thread.start();
    }

    /** Where the files go; empty while that is not known. */
    Optional<Path> folder() {
        return Optional.ofNullable(folder.getNow(null));
    }

    /** Says where the files go; only the first call counts. */
    void writeTo(Path journalFolder) {
        folder.complete(journalFolder);
    }

    /** Takes an event and returns at once. */
    void take(RnvrEvent event) {
        if (!waiting.offer(Optional.of(event))) {
            dropped.incrementAndGet();
        }
    }

    /** Writes what waits and ends; gives up when nothing was written for the time given. */
    void close(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        closing.complete(null);
        waiting.offer(Optional.empty());
        int left;
        do {
            left = waiting.size();
            thread.join(limit.toMillis());
        } while (thread.isAlive() && waiting.size() < left);
        if (thread.isAlive()) {
            thread.interrupt();
            LOGGER.error("the journal could not be finished: {} events are not in it", waiting.size() + dropped.get());
        }
        if (copy.isPresent()) {
            copy.get().close(end - System.nanoTime());
        }
    }

    private void run() {
        try {
            CompletableFuture.anyOf(folder, closing).join();
            if (!folder.isDone()) {
                return;
            }
            try (DayFiles files = new DayFiles(folder.join())) {
                while (!closing.isDone() || !waiting.isEmpty()) {
                    Optional<RnvrEvent> event = waiting.take();
                    if (event.isPresent()) {
                        write(files, event.get());
                    }
                    long missing = dropped.getAndSet(0);
                    if (missing > 0) {
                        write(files, lack(missing));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOGGER.error("the journal's last file could not be closed", e);
        }
    }

    private static Alert lack(long missing) {
        Moment now = new Moment(Instant.now(), System.nanoTime());
        return new Alert(
                now, Optional.empty(), "journal", missing + " events are missing: they could not be written in time");
    }

    private void write(DayFiles files, RnvrEvent event) throws InterruptedException {
        String line;
        try {
            line = EventLine.of(event);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOGGER.error(
                    "an event of type {} cannot be journalled", event.getClass().getName(), e);
            return;
        }
        copy.ifPresent(lines -> lines.println(line));
        boolean refused = false;
        while (true) {
            try {
                files.append(event.at().time(), line);
                if (refused) {
                    LOGGER.info("the journal is written again");
                }
                written.accept(line);
                return;
            } catch (IOException e) {
                if (!refused) {
                    LOGGER.error(
                            "the journal cannot be written to {}: {}; trying again until it can",
                            folder.join(),
                            e.toString());
                }
                refused = true;
                pause();
            }
        }
    }

    /** Waits before the next attempt, a shorter time once closing. */
    private void pause() throws InterruptedException {
        try {
            closing.get(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (TimeoutException e) {
            return; // the time is over
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
