package org.rnvr.recorder.internal.retention;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rnvr.recorder.internal.volume.Volume;
import org.rnvr.recording.Segment;

/**
 * Deletes files so that at no time, whatever happens, the catalog lacks a file that is there: the files first, then their
 * folders to the disk, then the rows. Waits for the disk.
 */
final class Deletion {

    /** A folder that a recording may go to next, in whatever time zone it is named, is left even if it is empty. */
    private static final Duration FOLDER_IN_USE = Duration.ofDays(2);

    private final Volume volume;
    private final Stock stock;

    Deletion(Volume volume, Stock stock) {
        this.volume = volume;
        this.stock = stock;
    }

    /**
     * What became of a batch.
     *
     * @param gone segments that are not there any more
     * @param freedBytes what that gave
     * @param failures files that are still there, and why
     */
    record Result(List<Segment> gone, long freedBytes, Map<Path, IOException> failures) {}

    /**
     * Deletes them.
     *
     * @throws IOException if the right volume is not there, or the catalog does not take it
     */
    Result delete(Instant now, List<Segment> segments) throws IOException {
        volume.require();
        stock.deleting(segments);
        List<Segment> gone = new ArrayList<>();
        Map<Path, IOException> failures = new LinkedHashMap<>();
        Set<Path> folders = new LinkedHashSet<>();
        long freed = 0;
        boolean absent = false;
        for (Segment segment : segments) {
            Path file = segment.file();
            try {
                requireInside(file);
                long bytes = Files.size(file);
                Files.delete(file);
                freed += bytes;
                folders.add(file.getParent());
                gone.add(segment);
            } catch (NoSuchFileException e) {
                absent = true;
                gone.add(segment);
            } catch (IOException e) {
                failures.put(file, e);
                stock.kept(segment);
            }
        }
        if (absent) {
            volume.require(); // else all files of a volume that was just taken away would count as deleted
        }
        for (Path folder : folders) {
            sync(folder);
        }
        for (Segment segment : gone) {
            stock.forget(segment);
        }
        for (Segment segment : gone) {
            if (segment.end().isBefore(now.minus(FOLDER_IN_USE))) {
                removeEmpty(segment.file().getParent());
            }
        }
        return new Result(gone, freed, failures);
    }

    private void requireInside(Path file) throws IOException {
        if (!file.normalize().startsWith(volume.folder())) {
            throw new IOException(file + " is not in the recording folder");
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }

    private void removeEmpty(Path folder) throws IOException {
        Path above = folder;
        while (above != null && above.startsWith(volume.folder()) && !above.equals(volume.folder())) {
            try {
                Files.delete(above);
            } catch (NoSuchFileException e) {
                // removed with another segment of it: the one above may be empty now
            } catch (DirectoryNotEmptyException e) {
                return;
            }
            above = above.getParent();
        }
    }
}
