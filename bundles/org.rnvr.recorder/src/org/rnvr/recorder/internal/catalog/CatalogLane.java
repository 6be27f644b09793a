package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.rnvr.recording.RecordedGap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Writes to the catalog, in the order of what happened, on one thread; what cannot be written because the volume is away
 * waits until it is back. Nobody who reports a change waits for the disk.
 */
final class CatalogLane implements AutoCloseable {

    /** Folder of the catalog in the recording folder. */
    static final String FOLDER = ".rnvr";

    /** Name of the database. */
    static final String NAME = "catalog.db";

    private static final Logger LOGGER = LoggerFactory.getLogger(CatalogLane.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int BATCH = 500;
    private static final long RETRY_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 60;
    private static final long CLOSE_SECONDS = 2;

    /** Everything that a wrong row, and not the volume, is to blame for. */
    private static final Set<SQLiteErrorCode> FAULTS_OF_ROWS = Set.of(
            SQLiteErrorCode.SQLITE_CONSTRAINT,
            SQLiteErrorCode.SQLITE_ERROR,
            SQLiteErrorCode.SQLITE_MISMATCH,
            SQLiteErrorCode.SQLITE_RANGE,
            SQLiteErrorCode.SQLITE_TOOBIG);

    /** Hears what was written; on the lane. */
    interface Sink {

        /** Footage of these cameras changed. */
        void changed(Collection<String> cameraIds);

        /** A gap that a crash left is complete. */
        void gap(RecordedGap gap);

        /** The catalog was found damaged, moved aside and begun anew, empty. */
        void damaged(String message);

        /** The catalog cannot be used until something else is done. */
        void refused(String message);
    }

    /** A database that is open, and the names of the files in it. */
    record Volume(CatalogDatabase database, RelativeFiles files, FolderLock lock) {}

    private final Supplier<Instant> clock;
    private final Sink sink;
    private final ScheduledThreadPoolExecutor lane;
    private final ConcurrentLinkedQueue<Change> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean drainDue = new AtomicBoolean();
    private final AtomicInteger moves = new AtomicInteger();
    private volatile Thread thread;
    private volatile Optional<Volume> volume = Optional.empty();
    private volatile String why = "the catalog has no recording folder yet";

    // confined to the lane
    private Optional<Path> wanted = Optional.empty();
    private boolean mayBegin;
    private boolean retrying;

    CatalogLane(Supplier<Instant> clock, Sink sink) {
        this.clock = clock;
        this.sink = sink;
        lane = new ScheduledThreadPoolExecutor(1, work -> {
            thread = new Thread(work, "rnvr-catalog");
            thread.setDaemon(true);
            return thread;
        });
        lane.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Has a change written, soon. Returns at once. */
    void add(Change change) {
        queue.add(change);
        if (drainDue.compareAndSet(false, true)) {
            execute(this::drain);
        }
    }

    /** How many changes wait to be written. */
    int waiting() {
        return queue.size();
    }

    /**
     * Works with the catalog of this recording folder from now on; makes it if there is none. Its own folder must be there,
     * by which the volume is known: whatever is at the path of one that has just gone is left alone. Returns at once.
     */
    void use(Path folder) {
        move(() -> {
            leave("the catalog is being opened");
            wanted = Optional.of(folder);
            mayBegin = true;
            drain();
        });
    }

    /** Leaves the volume alone until {@link #use} is called. Returns at once; what it returns completes when it is left. */
    CompletableFuture<Void> suspend(String reason) {
        CompletableFuture<Void> left = new CompletableFuture<>();
        move(() -> {
            wanted = Optional.empty();
            leave(reason);
            left.complete(null);
        });
        return left;
    }

    private void move(Runnable work) {
        moves.incrementAndGet();
        execute(() -> {
            try {
                work.run();
            } finally {
                moves.decrementAndGet();
            }
        });
    }

    /** Reads what is and what was reported so far, of the volume that was asked for last. Waits for the disk. */
    <T> T read(Query<T> query) throws IOException {
        if (!queue.isEmpty() || volume.isEmpty() || moves.get() > 0) {
            call(() -> {
                drain();
                return null;
            });
        }
        Volume present = volume();
        try {
            return present.database().read(connection -> query.on(new Tables(connection, present.files())));
        } catch (DamagedCatalogException e) {
            giveUp(present, e);
            throw e;
        }
    }

    /** Has a database that was found damaged moved aside and begun anew. */
    void giveUp(Volume present, DamagedCatalogException damage) throws IOException {
        call(() -> {
            damaged(present, damage);
            return null;
        });
    }

    /** Changes the catalog after all that was reported so far, and waits until that is on the disk. */
    <T> T write(Query<T> work) throws IOException {
        return call(() -> {
            drain();
            Volume present = volume();
            try {
                return present.database().write(connection -> work.on(new Tables(connection, present.files())));
            } catch (SQLException e) {
                IOException failure = CatalogDatabase.failure(present.database().file(), "written", e);
                if (failure instanceof DamagedCatalogException) {
                    damaged(present, failure);
                }
                throw failure;
            }
        });
    }

    /** What is asked of the tables. */
    @FunctionalInterface
    interface Query<T> {
        T on(Tables tables) throws SQLException;
    }

    /** The volume in use. */
    Volume volume() throws IOException {
        return volume.orElseThrow(() -> new IOException(why));
    }

    /**
     * Puts another database in the place of the one in use.
     *
     * @param by the other, closed
     * @param last what is done just before, when nothing more is written to the present one
     */
    void replace(Path by, Replacement last) throws IOException {
        call(() -> {
            drain();
            Volume present = volume();
            Path folder = present.files().folder();
            last.prepare();
            leave("the catalog is being replaced");
            try {
                CatalogDatabase.replace(present.database().file(), by);
            } finally {
                open(folder);
            }
            return null;
        });
    }

    /** The last step before a database is replaced. */
    @FunctionalInterface
    interface Replacement {
        void prepare() throws IOException;
    }

    /** Writes what waits, if it can be written soon, and ends. */
    @Override
    public void close() {
        execute(() -> {
            drain();
            wanted = Optional.empty();
            leave(volume.isPresent() ? "the catalog is closed" : why);
        });
        lane.shutdown();
        try {
            if (!lane.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.warn("the catalog did not close in time; {} changes were not written", queue.size());
            } else if (!queue.isEmpty()) {
                LOGGER.warn("{} changes were not written to the catalog: {}", queue.size(), why);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        drainDue.set(false);
        if (volume.isEmpty() && wanted.isPresent()) {
            try {
                open(wanted.get());
            } catch (IOException e) {
                unusable(e);
            }
        }
        while (volume.isPresent() && !queue.isEmpty()) {
            writeBatch(volume.get());
        }
    }

    private void writeBatch(Volume present) {
        List<Change> batch = new ArrayList<>();
        for (Change change : queue) {
            batch.add(change);
            if (batch.size() == BATCH) {
                break;
            }
        }
        try {
            write(present, batch);
        } catch (SQLException e) {
            if (!isFaultOfRow(e)) {
                fail(present, e);
                return;
            }
            LOGGER.debug("a batch of changes was refused; trying them one by one", e);
            for (Change change : batch) {
                if (!writeAlone(present, change)) {
                    return;
                }
            }
        }
    }

    private boolean writeAlone(Volume present, Change change) {
        try {
            write(present, List.of(change));
            return true;
        } catch (SQLException e) {
            if (!isFaultOfRow(e)) {
                fail(present, e);
                return false;
            }
            LOGGER.error("the catalog does not take {}", change, e);
            queue.poll();
            return true;
        }
    }

    /** Takes from the queue only what is on the disk. */
    private void write(Volume present, List<Change> batch) throws SQLException {
        List<RecordedGap> gaps = present.database().write(connection -> {
            Tables tables = new Tables(connection, present.files());
            List<RecordedGap> found = new ArrayList<>();
            for (Change change : batch) {
                apply(present.files(), tables, change).ifPresent(found::add);
            }
            return found;
        });
        Set<String> cameras = new LinkedHashSet<>();
        for (Change change : batch) {
            queue.poll();
            cameras.add(change.cameraId());
        }
        gaps.forEach(sink::gap);
        sink.changed(cameras);
    }

    private static Optional<RecordedGap> apply(RelativeFiles files, Tables tables, Change change) throws SQLException {
        Optional<String> name = change.file().flatMap(files::name);
        if (change.file().isPresent() && name.isEmpty()) {
            LOGGER.warn(
                    "{} is not in {} and is not entered into its catalog",
                    change.file().get(),
                    files.folder());
            return Optional.empty();
        }
        return change.apply(tables, name.orElse(""));
    }

    private static boolean isFaultOfRow(SQLException e) {
        return !(e instanceof SQLiteException failed)
                || FAULTS_OF_ROWS.contains(SQLiteErrorCode.getErrorCode(failed.getResultCode().code & 0xff));
    }

    private void fail(Volume present, SQLException e) {
        IOException failure = CatalogDatabase.failure(present.database().file(), "written", e);
        if (failure instanceof DamagedCatalogException) {
            damaged(present, failure);
        } else {
            leave(failure.getMessage());
            unusable(failure);
        }
    }

    private void damaged(Volume present, IOException failure) {
        if (volume.filter(present::equals).isEmpty()) {
            return; // another found it first
        }
        leave(failure.getMessage());
        try {
            renew(present.files().folder(), failure);
        } catch (IOException e) {
            unusable(e);
        }
    }

    private void open(Path folder) throws IOException {
        Path home = folder.resolve(FOLDER);
        Path file = home.resolve(NAME);
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new NotDirectoryException(home.toString());
        }
        if (!Files.exists(mayBegin ? home : file)) {
            throw new IOException("the catalog " + file + " is away, or its volume");
        }
        FolderLock lock = FolderLock.of(home.resolve("catalog.lock"));
        boolean opened = false;
        try {
            CatalogDatabase database = CatalogDatabase.open(file, clock.get());
            take(new Volume(database, new RelativeFiles(folder), lock));
            opened = true;
        } catch (DamagedCatalogException e) {
            lock.close();
            opened = true;
            renew(folder, e);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private void take(Volume present) {
        volume = Optional.of(present);
        mayBegin = false;
    }

    /** Moves a damaged database aside, where somebody may still save something from it, and begins a new one. */
    private void renew(Path folder, IOException failure) throws IOException {
        Path file = folder.resolve(FOLDER).resolve(NAME);
        Path aside = file.resolveSibling(NAME + ".damaged-" + STAMP.format(clock.get()));
        FolderLock lock = FolderLock.of(file.resolveSibling("catalog.lock"));
        try {
            CatalogDatabase.move(file, aside);
            CatalogDatabase database = CatalogDatabase.open(file, clock.get());
            take(new Volume(database, new RelativeFiles(folder), lock));
        } finally {
            if (volume.isEmpty()) {
                lock.close();
            }
        }
        LOGGER.error("the catalog {} is damaged and was moved to {}", file, aside, failure);
        sink.damaged("the catalog " + file
                + " was damaged and is made anew from the recordings; the old one is kept as " + aside.getFileName());
    }

    private void leave(String reason) {
        why = reason;
        volume.ifPresent(present -> {
            volume = Optional.empty();
            present.database().close();
            present.lock().close();
        });
    }

    private void unusable(IOException e) {
        boolean news = !e.getMessage().equals(why);
        why = e.getMessage();
        if (e instanceof NewerCatalogException) {
            wanted = Optional.empty();
            sink.refused(e.getMessage());
            return;
        }
        if (news) {
            LOGGER.warn("{}; {} changes wait", e.getMessage(), queue.size());
            LOGGER.debug("why the catalog cannot be used", e);
        }
        if (!retrying) {
            retrying = true;
            try {
                lane.schedule(
                        guarded(() -> {
                            retrying = false;
                            drain();
                        }),
                        RETRY_SECONDS,
                        TimeUnit.SECONDS);
            } catch (RejectedExecutionException ended) {
                LOGGER.debug("the catalog ends and is not tried again", ended);
            }
        }
    }

    private void execute(Runnable work) {
        try {
            lane.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            LOGGER.debug("the catalog is closed and takes in nothing more", e);
        }
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOGGER.error("the catalog could not carry out a step", e);
            }
        };
    }

    private <T> T call(Callable<T> work) throws IOException {
        try {
            if (Thread.currentThread() == thread) {
                return work.call();
            }
            Future<T> result = lane.submit(work);
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            throw new IOException("the catalog is closed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw new IOException(failure.getMessage(), failure);
            }
            throw new IllegalStateException("the catalog failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the catalog does not answer; its volume may be away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the catalog", e);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the catalog failed", e);
        }
    }
}
