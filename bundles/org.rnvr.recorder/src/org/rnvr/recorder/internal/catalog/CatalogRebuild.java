package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.rnvr.event.Moment;
import org.rnvr.media.Progress;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a new database from the files alone and puts it in the place of the old one. Recording goes on and is written to the
 * old one meanwhile; what came since is carried over at the end, when nothing more is written. For one thread and one run.
 */
final class CatalogRebuild {

    private static final Logger LOGGER = LoggerFactory.getLogger(CatalogRebuild.class);
    private static final int BATCH = 200;

    private final CatalogLane lane;
    private final FileEntry entry;
    private final FilesInUse inUse;
    private final Supplier<Moment> clock;
    private final RelativeFiles files;
    private final RecordingTree tree;

    private final List<Path> missing = new ArrayList<>();
    private final List<Path> changed = new ArrayList<>();
    private final List<Path> entered = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>();
    private final Set<String> found = new HashSet<>();

    CatalogRebuild(CatalogLane lane, FileEntry entry, FilesInUse inUse, Supplier<Moment> clock) throws IOException {
        this.lane = lane;
        this.entry = entry;
        this.inUse = inUse;
        this.clock = clock;
        lane.read(Tables::count);
        files = lane.volume().files();
        tree = new RecordingTree(files.folder());
    }

    CatalogReport run(Progress progress) throws IOException {
        Moment began = clock.get();
        Path file = lane.volume().database().file().resolveSibling(CatalogLane.NAME + ".new");
        CatalogDatabase.delete(file);
        boolean replaced = false;
        CatalogDatabase made = CatalogDatabase.open(file, began.time());
        try {
            long last = lane.read(Tables::lastId);
            long lastGap = lane.read(Tables::lastGap);
            long segments = fill(made, progress);
            findMissing(last);
            lane.replace(file, () -> {
                carryOver(made, last, lastGap);
                made.close();
            });
            replaced = true;
            progress.done(1);
            return new CatalogReport(
                    segments,
                    missing,
                    changed,
                    entered,
                    unreadable,
                    Duration.ofNanos(clock.get().nanos() - began.nanos()));
        } finally {
            made.close();
            if (!replaced) {
                CatalogDatabase.delete(file);
            }
        }
    }

    private long fill(CatalogDatabase made, Progress progress) throws IOException {
        Map<String, OpenFile> open = new HashMap<>();
        lane.read(Tables::open).forEach(each -> files.name(each.file()).ifPresent(name -> open.put(name, each)));
        List<String> days = tree.days();
        long segments = 0;
        int done = 0;
        List<Segment> batch = new ArrayList<>();
        for (String day : days) {
            for (String name : tree.recordings(day)) {
                if (progress.isCancelled()) {
                    throw new CancellationException("making the catalog anew was cancelled");
                }
                Optional<Segment> segment = look(name, Optional.ofNullable(open.get(name)));
                segment.ifPresent(batch::add);
                segments += segment.isPresent() ? 1 : 0;
                if (batch.size() == BATCH) {
                    write(made, batch);
                }
            }
            done++;
            progress.done(0.99 * done / days.size());
        }
        write(made, batch);
        return segments;
    }

    private Optional<Segment> look(String name, Optional<OpenFile> open) throws IOException {
        Path file = files.file(name);
        if (inUse.contains(file)) {
            found.add(name);
            return Optional.empty();
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.size() == 0 || !attributes.isRegularFile()) {
                return Optional.empty();
            }
            found.add(name);
            Segment segment = entry.enter(
                    file,
                    RecordedName.of(name),
                    open,
                    EndCause.CRASH,
                    attributes.lastModifiedTime().toInstant());
            compare(name, segment);
            return Optional.of(segment);
        } catch (UnreadableFileException e) {
            LOGGER.warn("{} is not entered: {}", file, e.getMessage(), e);
            unreadable.add(file);
            return Optional.empty();
        } catch (NoSuchFileException e) {
            LOGGER.debug("{} was deleted meanwhile", file, e);
            return Optional.empty();
        }
    }

    private void compare(String name, Segment segment) throws IOException {
        Optional<Segment> old = lane.read(tables -> tables.segment(name));
        if (old.isEmpty()) {
            entered.add(segment.file());
        } else if (old.get().bytes() != segment.bytes()) {
            changed.add(segment.file());
        }
    }

    private void write(CatalogDatabase made, List<Segment> batch) throws IOException {
        try {
            made.write(connection -> {
                Tables tables = new Tables(connection, files);
                for (Segment segment : batch) {
                    tables.add(files.name(segment.file()).orElseThrow(), segment);
                }
                return null;
            });
            batch.clear();
        } catch (SQLException e) {
            throw CatalogDatabase.failure(made.file(), "written", e);
        }
    }

    private void findMissing(long last) throws IOException {
        Optional<String> next = lane.read(tables -> tables.fileAfter(""));
        while (next.isPresent()) {
            String name = next.get();
            if (!found.contains(name)
                    && !tree.isAway(name)
                    && !Files.exists(files.file(name))
                    && lane.read(tables -> tables.segment(name))
                            .filter(row -> row.id() <= last)
                            .isPresent()) {
                missing.add(files.file(name));
            }
            next = lane.read(tables -> tables.fileAfter(name));
        }
    }

    /** What no file tells: notes, and what is being written; and what was finished while the files were looked at. */
    private void carryOver(CatalogDatabase made, long last, long lastGap) throws IOException {
        List<Segment> since = lane.read(tables -> tables.segmentsAfter(last));
        List<RecordedGap> gaps = lane.read(tables -> tables.gapsAfter(lastGap));
        List<OpenFile> open = lane.read(Tables::open);
        List<Bookmark> bookmarks = lane.read(Tables::allBookmarks);
        try {
            made.write(connection -> {
                Tables tables = new Tables(connection, files);
                for (Segment segment : since) {
                    tables.add(files.name(segment.file()).orElseThrow(), segment);
                }
                for (RecordedGap gap : gaps) {
                    tables.add(gap);
                }
                for (OpenFile each : open) {
                    if (inUse.contains(each.file())) {
                        tables.addOpen(files.name(each.file()).orElseThrow(), each);
                    }
                }
                for (Bookmark bookmark : bookmarks) {
                    tables.keepBookmark(bookmark);
                }
                return null;
            });
        } catch (SQLException e) {
            throw CatalogDatabase.failure(made.file(), "written", e);
        }
    }
}
