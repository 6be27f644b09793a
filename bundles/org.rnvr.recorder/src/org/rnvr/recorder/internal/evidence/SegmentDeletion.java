package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.rnvr.recording.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes segments so that the catalog never lacks one whose file may come back: the file goes, then its folder is brought onto
 * the disk, then the catalog forgets it. What a power cut leaves is a segment without a file, which deleting again takes out.
 */
final class SegmentDeletion {

    private static final Logger LOGGER = LoggerFactory.getLogger(SegmentDeletion.class);

    private final SegmentRemoval removal;
    private final Clock clock;

    /**
     * With what it needs.
     *
     * @param clock tells, in its zone, of which day a folder is left alone as the next file may come into it
     */
    SegmentDeletion(SegmentRemoval removal, Clock clock) {
        this.removal = removal;
        this.clock = clock;
    }

    /**
     * Deletes closed segments of one folder, and the folder if nothing else is in it.
     *
     * @param folder the folder of all of them
     * @param segments the segments
     * @param cancelled whether to delete no further ones
     * @param tally hears of problems
     * @return those that are deleted and forgotten
     */
    List<Segment> delete(Path folder, List<Segment> segments, BooleanSupplier cancelled, Tally tally) {
        List<Segment> gone = new ArrayList<>();
        removal.deleting(segments);
        for (Segment segment : segments) {
            if (!cancelled.getAsBoolean() && deleteFile(segment.file(), tally)) {
                gone.add(segment);
            } else {
                removal.kept(segment);
            }
        }
        if (gone.isEmpty()) {
            return List.of();
        }
        try {
            Durable.folder(folder);
            removal.remove(List.copyOf(gone));
        } catch (IOException e) {
            gone.forEach(segment -> tally.problem(
                    segment.file(), "it is deleted, and the catalog still lists it: " + Failure.reason(e)));
            return List.of();
        }
        removeIfEmpty(folder);
        return List.copyOf(gone);
    }

    private static boolean deleteFile(Path file, Tally tally) {
        try {
            Files.delete(file);
            return true;
        } catch (NoSuchFileException e) {
            // Its folder tells a file that is gone from a volume that is away.
            boolean gone = Files.isDirectory(file.getParent());
            if (!gone) {
                tally.problem(file, "it cannot be deleted: neither it nor its folder is there");
            }
            return gone;
        } catch (IOException e) {
            tally.problem(file, "it cannot be deleted: " + Failure.reason(e));
            return false;
        }
    }

    private void removeIfEmpty(Path folder) {
        if (folder.endsWith(DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock)))) {
            return;
        }
        try {
            Files.delete(folder);
            Durable.folder(folder.getParent());
        } catch (DirectoryNotEmptyException e) {
            LOGGER.debug("{} stays, as there is more in it", folder);
        } catch (IOException e) {
            LOGGER.warn("the empty folder {} cannot be taken away: {}", folder, Failure.reason(e));
        }
    }
}
