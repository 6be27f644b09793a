package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.media.Progress;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.Footage;
import org.rnvr.recording.MonotonicSpan;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;

/**
 * The catalog of a recording folder as it is at the moment, for those who change nothing: a recorder may write it at the same
 * time. One thread.
 */
public final class CatalogView implements RecordingCatalog, AutoCloseable {

    private static final Duration ENTERED_WITHIN = Duration.ofSeconds(5);
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Path database;
    private final Connection connection;
    private final InstantSource clock;
    private final RelativeFiles files;

    private CatalogView(Path database, Connection connection, Path recordings, InstantSource clock) {
        this.database = database;
        this.connection = connection;
        this.clock = clock;
        files = new RelativeFiles(recordings);
    }

    /**
     * Opens it.
     *
     * @param recordings the recording folder
     * @param clock the time until which it is looked at
     * @throws IOException if it has no catalog, or one that cannot be read
     */
    public static CatalogView open(Path recordings, InstantSource clock) throws IOException {
        Path folder = recordings.toAbsolutePath().normalize();
        Path database = folder.resolve(CatalogLane.FOLDER).resolve(CatalogLane.NAME);
        if (!Files.isRegularFile(database)) {
            throw new IOException(recordings + " holds no recordings of RNVR: there is no catalog " + database);
        }
        return new CatalogView(database, CatalogDatabase.view(database), folder, clock);
    }

    private <T> T read(CatalogLane.Query<T> query) throws IOException {
        try {
            T result = query.on(new Tables(connection, files));
            connection.rollback();
            return result;
        } catch (SQLException e) {
            throw CatalogDatabase.failure(database, "read", e);
        }
    }

    /** What is being written ends now, as far as can be seen from here. */
    @Override
    public List<Segment> segments(String cameraId, Instant from, Instant to) throws IOException {
        List<Segment> segments = new ArrayList<>(read(tables -> tables.touching(cameraId, from, to)));
        Instant now = clock.instant();
        for (OpenFile open : read(Tables::open)) {
            boolean touches = open.start().isBefore(to) && !now.isBefore(from);
            if (open.cameraId().equals(cameraId) && touches && Files.exists(open.file())) {
                segments.add(soFar(open, now));
            }
        }
        return RecordingOrder.of(segments);
    }

    private static Segment soFar(OpenFile open, Instant now) throws IOException {
        long length = Math.max(0, Duration.between(open.start(), now).toNanos());
        return new Segment(
                0,
                open.cameraId(),
                open.file(),
                open.start(),
                open.start().plusNanos(length),
                Optional.of(new MonotonicSpan(open.boot(), open.startNanos(), open.startNanos() + length)),
                Optional.empty(),
                open.codec(),
                open.width(),
                open.height(),
                Files.size(open.file()),
                0,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<RecordedGap> gaps(String cameraId, Instant from, Instant to) throws IOException {
        return read(tables -> tables.gaps(cameraId, from, to));
    }

    @Override
    public List<Bookmark> bookmarks(String cameraId, Instant from, Instant to) throws IOException {
        return read(tables -> tables.bookmarks(cameraId, from, to));
    }

    @Override
    public List<Footage> footage() throws IOException {
        return read(Tables::footage);
    }

    /** Compares; what is not known is reported as entered, and is not entered. */
    @Override
    public CatalogReport check(boolean byHash, Progress progress) throws IOException {
        long began = System.nanoTime();
        RecordingTree tree = new RecordingTree(files.folder());
        List<Path> missing = new ArrayList<>();
        List<Path> changed = new ArrayList<>();
        List<Path> unknown = new ArrayList<>();
        Set<Path> open = new HashSet<>();
        read(Tables::open).forEach(file -> open.add(file.file()));
        Set<String> days = new TreeSet<>(tree.days());
        for (String file : read(Tables::files)) {
            days.add(file.substring(0, Math.max(0, file.lastIndexOf('/'))));
        }
        long compared = 0;
        int done = 0;
        for (String day : days) {
            Set<Path> known = new HashSet<>(open);
            for (Segment row : read(tables -> tables.segmentsIn(day))) {
                known.add(row.file());
                compared++;
                compare(row, byHash, progress, missing, changed);
            }
            for (String name : tree.recordings(day)) {
                if (!known.contains(files.file(name)) && staysUnknown(name, progress)) {
                    unknown.add(files.file(name));
                }
            }
            progress.done(++done / (double) days.size());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new CatalogReport(compared, missing, changed, unknown, List.of(), took);
    }

    private void compare(Segment row, boolean byHash, Progress progress, List<Path> missing, List<Path> changed)
            throws IOException {
        try {
            boolean same = Files.size(row.file()) == row.bytes()
                    && (!byHash || row.sha256().isEmpty() || hash(row, progress).equals(row.sha256()));
            if (!same) {
                changed.add(row.file());
            }
        } catch (NoSuchFileException e) {
            if (isStillKnown(row)) {
                missing.add(row.file());
            }
        }
    }

    private static Optional<String> hash(Segment row, Progress progress) throws IOException {
        return Optional.of(Sha256.of(row.file(), progress::isCancelled));
    }

    /** A recorder that has just made a file enters it soon: what was changed a moment ago is given the time for that. */
    private boolean staysUnknown(String name, Progress progress) throws IOException {
        long end = System.nanoTime() + ENTERED_WITHIN.toNanos();
        while (isStillUnknown(name)) {
            if (System.nanoTime() - end > 0 || progress.isCancelled() || !isNew(files.file(name))) {
                return true;
            }
            LockSupport.parkNanos(PACE_NANOS);
        }
        return false;
    }

    /** A recorder may have finished it, or deleted another, since the rows were read. */
    private boolean isStillUnknown(String name) throws IOException {
        Path file = files.file(name);
        return Files.exists(file)
                && read(tables -> tables.segment(name).isEmpty()
                        && tables.open().stream().noneMatch(open -> open.file().equals(file)));
    }

    private boolean isNew(Path file) throws IOException {
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            return clock.instant().minus(ENTERED_WITHIN).isBefore(changed);
        } catch (NoSuchFileException e) {
            return true; // deleted meanwhile
        }
    }

    private boolean isStillKnown(Segment row) throws IOException {
        Optional<String> name = files.name(row.file());
        return name.isPresent() && read(tables -> tables.segment(name.get())).isPresent();
    }

    @Override
    public Bookmark addBookmark(String cameraId, Instant from, Instant to, String note) throws IOException {
        throw readOnly();
    }

    @Override
    public void removeBookmark(long id) throws IOException {
        throw readOnly();
    }

    @Override
    public CatalogReport rebuild(Progress progress) throws IOException {
        throw readOnly();
    }

    private IOException readOnly() {
        return new IOException("the catalog " + database + " was opened to be read only");
    }

    /** Tells nothing: what is seen is the state of the moment. */
    @Override
    public Registration observe(Consumer<String> observer) {
        return () -> {
            // nothing was registered
        };
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw CatalogDatabase.failure(database, "closed", e);
        }
    }
}
