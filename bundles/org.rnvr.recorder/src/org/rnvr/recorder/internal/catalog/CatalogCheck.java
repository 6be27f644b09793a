package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.rnvr.event.Moment;
import org.rnvr.media.Progress;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.MonotonicSpan;
import org.rnvr.recording.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One comparison of the catalog with the files, folder by folder, so that neither the number of files nor a long reading of
 * the database is a burden. What differs at first sight is looked at once more when everything reported so far is written,
 * because recording and deleting go on meanwhile. For one thread and one run.
 */
final class CatalogCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(CatalogCheck.class);

    /** Share of the comparison in the progress; the rest is the entering of what is not known. */
    private static final double COMPARED = 0.5;

    private static final double COMPARED_BY_HASH = 0.95;
    private static final int BATCH = 500;

    /** What a file of any format begins with, before its first frame, is shorter. */
    private static final long HEADER_BYTES = 4096;

    private final CatalogLane lane;
    private final FileEntry entry;
    private final FilesInUse inUse;
    private final Predicate<Path> refused;
    private final Supplier<Moment> clock;
    private final RelativeFiles files;
    private final RecordingTree tree;

    private final List<Path> missing = new ArrayList<>();
    private final List<Path> changed = new ArrayList<>();
    private final List<Path> entered = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>();
    private final List<Segment> crashed = new ArrayList<>();
    private final List<Segment> nothings = new ArrayList<>();
    private final Set<String> cameras = new TreeSet<>();
    private final Map<String, Optional<OpenFile>> unknown = new TreeMap<>();
    private long compared;
    private double progressed;

    CatalogCheck(CatalogLane lane, FileEntry entry, FilesInUse inUse, Predicate<Path> refused, Supplier<Moment> clock)
            throws IOException {
        this.lane = lane;
        this.entry = entry;
        this.inUse = inUse;
        this.refused = refused;
        this.clock = clock;
        // Reading opens the volume if it can be opened.
        lane.read(Tables::count);
        files = lane.volume().files();
        tree = new RecordingTree(files.folder());
    }

    /** The segments entered that a crash had cut off. */
    List<Segment> crashed() {
        return Collections.unmodifiableList(crashed);
    }

    /** Of files that a crash cut off before anything of them was on the disk: nothing, from when they began. */
    List<Segment> nothings() {
        return Collections.unmodifiableList(nothings);
    }

    /** Cameras whose footage is another than the catalog said. */
    Set<String> changedCameras() {
        return Collections.unmodifiableSet(cameras);
    }

    CatalogReport run(boolean byHash, Progress progress) throws IOException {
        long began = clock.get().nanos();
        if (byHash) {
            verifyDatabase();
        }
        findLeftOpen();
        compare(byHash, progress);
        enterUnknown(byHash ? COMPARED_BY_HASH : COMPARED, progress);
        proceed(1, progress);
        return new CatalogReport(
                compared,
                missing,
                changed,
                entered,
                unreadable,
                Duration.ofNanos(clock.get().nanos() - began));
    }

    private void verifyDatabase() throws IOException {
        Optional<String> problem = lane.read(Tables::problem);
        if (problem.isPresent()) {
            CatalogLane.Volume volume = lane.volume();
            DamagedCatalogException damage = new DamagedCatalogException(
                    "the catalog " + volume.database().file() + " is damaged: " + problem.get(), null);
            lane.giveUp(volume, damage);
            throw damage;
        }
    }

    private void findLeftOpen() throws IOException {
        for (OpenFile open : lane.read(Tables::open)) {
            if (!inUse.contains(open.file())) {
                files.name(open.file()).ifPresent(name -> unknown.put(name, Optional.of(open)));
            }
        }
    }

    private void compare(boolean byHash, Progress progress) throws IOException {
        double share = byHash ? COMPARED_BY_HASH : COMPARED;
        long all = Math.max(1, lane.read(Tables::count));
        Set<String> visited = new HashSet<>();
        Optional<String> next = lane.read(tables -> tables.fileAfter(""));
        while (next.isPresent()) {
            String folder = folderOf(next.get());
            visited.add(folder);
            List<Segment> rows = rows(folder, next.get());
            compare(folder, rows, byHash, progress);
            compared += rows.size();
            proceed(Math.min(1, compared / (double) all) * share, progress);
            // '0' follows '/': all names in the folder come before it.
            String behind = folder.isEmpty() ? next.get() : folder + "0";
            next = lane.read(tables -> tables.fileAfter(behind));
        }
        for (String day : tree.days()) {
            if (!visited.contains(day)) {
                compare(day, List.of(), false, progress);
            }
        }
    }

    private List<Segment> rows(String folder, String file) throws IOException {
        return folder.isEmpty()
                ? lane.read(tables -> tables.segment(file)).stream().toList()
                : lane.read(tables -> tables.segmentsIn(folder));
    }

    private static String folderOf(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "" : name.substring(0, slash);
    }

    private void compare(String folder, List<Segment> rows, boolean byHash, Progress progress) throws IOException {
        Set<String> known = new HashSet<>();
        List<Segment> gone = new ArrayList<>();
        for (Segment row : rows) {
            known.add(files.name(row.file()).orElseThrow());
            try {
                if (Files.size(row.file()) != row.bytes()) {
                    noteChanged(row);
                } else if (byHash) {
                    compareHash(row, progress);
                }
            } catch (NoSuchFileException e) {
                if (!inUse.contains(row.file())) {
                    gone.add(row);
                }
            }
        }
        removeMissing(gone);
        for (String name : tree.recordings(folder)) {
            if (!known.contains(name) && !inUse.contains(files.file(name))) {
                unknown.putIfAbsent(name, Optional.empty());
            }
        }
    }

    private void noteChanged(Segment row) throws IOException {
        Optional<Segment> now = again(row.file());
        if (now.isPresent() && Files.size(row.file()) != now.get().bytes()) {
            changed.add(row.file());
        }
    }

    private void compareHash(Segment row, Progress progress) throws IOException {
        String sha256 = Sha256.of(row.file(), progress::isCancelled);
        if (row.sha256().isEmpty()) {
            lane.add(new Change.Hashed(row.cameraId(), row.file(), sha256));
        } else if (!row.sha256().get().equals(sha256)) {
            changed.add(row.file());
        }
    }

    private void removeMissing(List<Segment> gone) throws IOException {
        List<Segment> confirmed = new ArrayList<>();
        for (Segment row : gone) {
            String name = files.name(row.file()).orElseThrow();
            if (!inUse.contains(row.file())
                    && !tree.isAway(name)
                    && again(row.file()).isPresent()
                    && !Files.exists(row.file())) {
                confirmed.add(row);
            }
        }
        if (confirmed.isEmpty()) {
            return;
        }
        if (!Files.exists(lane.volume().database().file())) {
            throw new IOException("the volume of " + files.folder() + " went away during the check");
        }
        for (int from = 0; from < confirmed.size(); from += BATCH) {
            List<Segment> batch = confirmed.subList(from, Math.min(from + BATCH, confirmed.size()));
            lane.write(tables -> {
                for (Segment row : batch) {
                    tables.remove(files.name(row.file()).orElseThrow());
                }
                return null;
            });
        }
        for (Segment row : confirmed) {
            missing.add(row.file());
            cameras.add(row.cameraId());
        }
    }

    private Optional<Segment> again(Path file) throws IOException {
        String name = files.name(file).orElseThrow();
        return lane.read(tables -> tables.segment(name));
    }

    private void enterUnknown(double share, Progress progress) throws IOException {
        int done = 0;
        for (Map.Entry<String, Optional<OpenFile>> each : unknown.entrySet()) {
            enter(each.getKey(), each.getValue());
            done++;
            proceed(share + (1 - share) * done / unknown.size(), progress);
        }
    }

    private void enter(String name, Optional<OpenFile> open) throws IOException {
        Path file = files.file(name);
        if (inUse.contains(file) || tree.isAway(name) || again(file).isPresent()) {
            return;
        }
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            forgetOpen(name, open, e);
            return;
        }
        if (!attributes.isRegularFile()) {
            return;
        }
        if (attributes.size() == 0) {
            // A name that was taken and never written to.
            deleteEmpty(name, open);
            return;
        }
        Instant modified = attributes.lastModifiedTime().toInstant();
        if (lane.read(tables -> tables.isUnreadable(name, attributes.size(), modified))) {
            unreadable.add(file);
            return;
        }
        try {
            EndCause cutOff = refused.test(file) ? EndCause.STORAGE : EndCause.CRASH;
            Segment segment = entry.enter(file, RecordedName.of(name), open, cutOff, modified);
            lane.write(tables -> {
                tables.add(name, segment);
                return null;
            });
            entered.add(file);
            cameras.add(segment.cameraId());
            if (segment.cause().equals(Optional.of(EndCause.CRASH))) {
                crashed.add(segment);
            }
        } catch (UnreadableFileException e) {
            if (open.isPresent() && attributes.size() <= HEADER_BYTES) {
                LOGGER.info("{} was begun when the recorder went down, and holds nothing yet", file);
                deleteEmpty(name, open);
                return;
            }
            open.ifPresent(this::noteNothing);
            LOGGER.warn("{} is left as it is: {}", file, e.getMessage(), e);
            unreadable.add(file);
            lane.write(tables -> {
                tables.removeOpen(name);
                tables.addUnreadable(name, attributes.size(), modified);
                return null;
            });
        }
    }

    private void deleteEmpty(String name, Optional<OpenFile> open) throws IOException {
        Files.delete(files.file(name));
        open.ifPresent(this::noteNothing);
        forget(name, open);
    }

    private void noteNothing(OpenFile open) {
        nothings.add(new Segment(
                0,
                open.cameraId(),
                open.file(),
                open.start(),
                open.start(),
                Optional.of(new MonotonicSpan(open.boot(), open.startNanos(), open.startNanos())),
                Optional.empty(),
                open.codec(),
                open.width(),
                open.height(),
                0,
                0,
                Optional.of(refused.test(open.file()) ? EndCause.STORAGE : EndCause.CRASH),
                Optional.empty()));
    }

    private void forgetOpen(String name, Optional<OpenFile> open, NoSuchFileException e) throws IOException {
        if (open.isPresent()) {
            LOGGER.info("{} was being written and is gone", name, e);
            missing.add(open.get().file());
            forget(name, open);
        }
    }

    private void forget(String name, Optional<OpenFile> open) throws IOException {
        if (open.isPresent()) {
            lane.write(tables -> {
                tables.removeOpen(name);
                return null;
            });
        }
    }

    private void proceed(double fraction, Progress progress) {
        if (progress.isCancelled()) {
            throw new CancellationException("the check of the catalog was cancelled");
        }
        progressed = Math.max(progressed, fraction);
        progress.done(progressed);
    }
}
