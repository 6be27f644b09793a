package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The catalog's SQLite database, open: one connection that writes, on one thread at a time, and as many that read beside it
 * as are asked for.
 * <p>
 * Write-ahead log, so that readers and the writer do not wait for each other; {@code synchronous=FULL}, because causes,
 * gaps and bookmarks are in no file and could not be had back after a loss of power, and a sync for each batch of a few rows
 * a minute costs nothing.
 */
final class CatalogDatabase implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(CatalogDatabase.class);
    private static final int BUSY_MILLIS = 10_000;
    private static final int CACHE_KIB = 8 << 10;
    private static final long CLOSE_SECONDS = 10;

    private final Path file;
    private final Connection writer;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final ReentrantReadWriteLock reading = new ReentrantReadWriteLock();
    private volatile boolean closed;

    private CatalogDatabase(Path file, Connection writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Opens the database, makes it if it is not there, and brings its tables up to date.
     *
     * @throws DamagedCatalogException if it is none, or not one of a catalog
     * @throws NewerCatalogException if it is of a version not known
     * @throws IOException if it cannot be opened for another reason
     */
    static CatalogDatabase open(Path file, Instant now) throws IOException {
        Connection connection = null;
        try {
            SqliteLibrary.load(file.getParent());
            connection = connect(file, false);
            prepare(file, connection, now);
            return new CatalogDatabase(file, connection);
        } catch (SQLException e) {
            closeQuietly(connection);
            throw failure(file, "opened", e);
        } catch (IOException | RuntimeException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /**
     * A connection that reads, beside whoever has the database open.
     *
     * @throws DamagedCatalogException if it is not one of a catalog
     * @throws NewerCatalogException if it is of a version not known
     * @throws IOException if it cannot be opened for another reason
     */
    static Connection view(Path file) throws IOException {
        Connection connection = null;
        try {
            SqliteLibrary.load(file.getParent());
            connection = connect(file, true);
            requireKnown(file, connection);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw failure(file, "opened", e);
        } catch (IOException | RuntimeException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-CACHE_KIB);
        config.setReadOnly(readOnly);
        config.setTransactionMode(
                readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        // As a URI, so that no character of a folder's name is taken for the beginning of options.
        source.setUrl("jdbc:sqlite:" + file.toUri());
        return source.getConnection();
    }

    private static void prepare(Path file, Connection connection, Instant now) throws SQLException, IOException {
        boolean empty = Schema.number(connection, "schema_version") == 0;
        if (!empty) {
            requireKnown(file, connection);
        }
        try (Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
            if (!mode.next() || !"wal".equalsIgnoreCase(mode.getString(1))) {
                LOGGER.warn(
                        "the volume of {} has no shared memory for a write-ahead log: reading waits for writing", file);
            }
        }
        connection.setAutoCommit(false);
        if (empty) {
            Schema.create(connection, now);
        }
        connection.commit();
    }

    private static void requireKnown(Path file, Connection connection) throws SQLException, IOException {
        int application = Schema.number(connection, "application_id");
        int version = Schema.number(connection, "user_version");
        if (application != Schema.APPLICATION_ID) {
            throw new DamagedCatalogException(file + " is not the database of a catalog", null);
        }
        if (version > Schema.VERSION) {
            throw new NewerCatalogException(
                    "the catalog " + file + " was made by a newer version of RNVR (its tables are of" + " version "
                            + version + ", this version knows up to " + Schema.VERSION + "); it is left untouched");
        }
    }

    Path file() {
        return file;
    }

    /** Does work in one transaction that is kept if it returns. One thread at a time. */
    <T> T write(Work<T> work) throws SQLException {
        try {
            T result = work.on(writer);
            writer.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                writer.rollback();
            } catch (SQLException failed) {
                e.addSuppressed(failed);
            }
            throw e;
        }
    }

    /** Reads one state of the catalog. Any thread. */
    <T> T read(Work<T> work) throws IOException {
        Lock lock = reading.readLock();
        lock.lock();
        try {
            if (closed) {
                throw new IOException("the catalog " + file + " is closed");
            }
            Connection connection = idle.poll();
            try {
                if (connection == null) {
                    connection = connect(file, true);
                    connection.setAutoCommit(false);
                }
                T result = work.on(connection);
                connection.rollback();
                idle.push(connection);
                return result;
            } catch (SQLException e) {
                closeQuietly(connection);
                throw failure(file, "read", e);
            } catch (RuntimeException e) {
                closeQuietly(connection);
                throw e;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for those who read, a while, and closes. */
    @Override
    public void close() {
        boolean alone = false;
        try {
            alone = reading.writeLock().tryLock(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            closed = true;
            for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
                closeQuietly(connection);
            }
            closeQuietly(writer);
        } finally {
            if (alone) {
                reading.writeLock().unlock();
            }
        }
    }

    /**
     * Puts a database in the place of another, both closed. Afterwards there is the one or the other, whatever happens in
     * between.
     */
    static void replace(Path file, Path by) throws IOException {
        for (Path each : List.of(file, by)) {
            Path log = beside(each, "-wal");
            if (Files.exists(log) && Files.size(log) > 0) {
                throw new IOException("the catalog " + each + " is still in use");
            }
        }
        Files.deleteIfExists(beside(file, "-wal"));
        Files.deleteIfExists(beside(file, "-shm"));
        Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(beside(by, "-wal"));
        Files.deleteIfExists(beside(by, "-shm"));
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Takes a database away from its place, with all that belongs to it. */
    static void move(Path file, Path to) throws IOException {
        for (String part : List.of("", "-wal", "-shm")) {
            Path source = beside(file, part);
            if (Files.exists(source)) {
                Files.move(source, beside(to, part));
            }
        }
    }

    /** Deletes a database of which nothing is needed. */
    static void delete(Path file) throws IOException {
        for (String part : List.of("-wal", "-shm", "")) {
            Files.deleteIfExists(beside(file, part));
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    static IOException failure(Path file, String what, SQLException e) {
        String message = "the catalog " + file + " cannot be " + what + ": " + e.getMessage();
        return isDamage(e) ? new DamagedCatalogException(message, e) : new IOException(message, e);
    }

    private static boolean isDamage(SQLException e) {
        if (e instanceof SQLiteException failed) {
            SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(failed.getResultCode().code & 0xff);
            return primary == SQLiteErrorCode.SQLITE_CORRUPT || primary == SQLiteErrorCode.SQLITE_NOTADB;
        }
        return false;
    }

    private static void closeQuietly(Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOGGER.debug("a connection to the catalog did not close", e);
        }
    }
}
