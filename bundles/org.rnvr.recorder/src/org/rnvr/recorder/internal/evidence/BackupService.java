package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.rnvr.media.Progress;
import org.rnvr.recording.Backups;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Segment;
import org.rnvr.recording.Selection;
import org.rnvr.recording.TransferResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies and deletes segments that the catalog knows. One at a time does so: a second caller is refused. */
public final class BackupService implements Backups {

    private static final Logger LOGGER = LoggerFactory.getLogger(BackupService.class);

    private final ChosenSegments chosen;
    private final Supplier<Site> site;
    private final SegmentDeletion deletion;
    private final FileCopy copying;
    private final FreeSpace freeSpace;
    private final ReentrantLock working = new ReentrantLock();

    /**
     * With what it needs.
     *
     * @param catalog knows what is recorded
     * @param removal takes deleted segments out of it
     * @param site what the configuration says now
     * @param outputs makes the files of copies
     * @param freeSpace tells what a destination has room for
     * @param clock its zone is that of the names of the recordings' folders
     */
    public BackupService(
            RecordingCatalog catalog,
            SegmentRemoval removal,
            Supplier<Site> site,
            OutputFiles outputs,
            FreeSpace freeSpace,
            Clock clock) {
        chosen = new ChosenSegments(catalog);
        this.site = site;
        deletion = new SegmentDeletion(removal, clock);
        copying = new FileCopy(outputs);
        this.freeSpace = freeSpace;
    }

    @Override
    public TransferResult backup(Selection selection, Optional<Path> destination, Progress progress)
            throws IOException {
        return alone(() -> {
            Site present = site.get();
            Path folder = destination
                    .or(present.backup()::destination)
                    .orElseThrow(() ->
                            new IOException("no backup destination: name a folder, or set backup.destination_path"));
            Destination checked = Destination.of(folder, "the backup destination");
            checked.requireOutside(present.recordings());
            List<Segment> segments = chosen.closed(selection, present);
            TransferResult result =
                    new BackupRun(present, checked, copying, deletion, freeSpace).run(segments, progress);
            LOGGER.info(
                    "backup to {}: {} copied, {} there already, of {}",
                    folder,
                    result.done(),
                    result.already(),
                    segments.size());
            return told("backup", result);
        });
    }

    @Override
    public TransferResult delete(Selection selection, boolean bookmarkedToo, Progress progress) throws IOException {
        return alone(() -> {
            List<Segment> closed = chosen.closed(selection, site.get());
            List<Segment> segments = bookmarkedToo ? closed : chosen.withoutBookmark(closed);
            ByteProgress work = new ByteProgress(
                    progress, segments.stream().mapToLong(Segment::bytes).sum());
            Map<Path, List<Segment>> folders = new LinkedHashMap<>();
            segments.forEach(segment -> folders.computeIfAbsent(segment.file().getParent(), folder -> new ArrayList<>())
                    .add(segment));
            Tally tally = new Tally();
            long reached = 0;
            for (Map.Entry<Path, List<Segment>> folder : folders.entrySet()) {
                deletion.delete(folder.getKey(), folder.getValue(), work::isCancelled, tally)
                        .forEach(segment -> tally.done(segment.bytes()));
                reached += folder.getValue().stream().mapToLong(Segment::bytes).sum();
                work.reached(reached);
            }
            LOGGER.info("{} recordings of {} deleted on request", tally.result().done(), selection.cameraIds());
            return told("deletion", tally.result());
        });
    }

    private static TransferResult told(String work, TransferResult result) {
        result.problems().forEach(problem -> LOGGER.warn("{}: {}", work, problem));
        return result;
    }

    private TransferResult alone(Work work) throws IOException {
        if (!working.tryLock()) {
            throw new IOException("another backup or deletion is at work; try again when it has ended");
        }
        try {
            return work.run();
        } finally {
            working.unlock();
        }
    }

    @FunctionalInterface
    private interface Work {
        TransferResult run() throws IOException;
    }
}
