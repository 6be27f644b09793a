package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.rnvr.media.Progress;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.Segment;
import org.rnvr.recording.TransferResult;

/** One backup: copies segments one after another until all are there, the destination refuses, or it is cancelled. */
final class BackupRun {

    private final Site site;
    private final Destination destination;
    private final FileCopy copying;
    private final SegmentDeletion deletion;
    private final FreeSpace freeSpace;
    private final FileStore volume;
    private final Tally tally = new Tally();

    BackupRun(Site site, Destination destination, FileCopy copying, SegmentDeletion deletion, FreeSpace freeSpace)
            throws IOException {
        this.site = site;
        this.destination = destination;
        this.copying = copying;
        this.deletion = deletion;
        this.freeSpace = freeSpace;
        volume = Files.getFileStore(destination.folder());
    }

    TransferResult run(List<Segment> segments, Progress progress) {
        // Written once, and read back once.
        long share = verifies() ? 2 : 1;
        long total = share * segments.stream().mapToLong(Segment::bytes).sum();
        ByteProgress work = new ByteProgress(progress, total);
        long reached = 0;
        for (int i = 0; i < segments.size() && !work.isCancelled(); i++) {
            Segment segment = segments.get(i);
            try {
                requireSameVolume();
                transfer(segment, work);
            } catch (CancellationException e) {
                return tally.result();
            } catch (FileCopy.UnreadableSourceException e) {
                tally.problem(segment.file(), "it cannot be read: " + e.getMessage());
            } catch (FileCopy.DifferentCopyException e) {
                tally.problem(segment.file(), e.getMessage());
            } catch (IOException e) {
                tally.problem(
                        segment.file(),
                        refusal(segment, e) + "; the backup ends here, with " + (segments.size() - i)
                                + " segments left to copy");
                return tally.result();
            }
            reached += share * segment.bytes();
            work.reached(reached);
        }
        return tally.result();
    }

    /** Without it nothing is ever deleted, whatever {@code backup.verification} says. */
    private boolean verifies() {
        return site.backup().verification() || site.backup().deleteAfterBackup();
    }

    private void transfer(Segment segment, ByteProgress work) throws IOException {
        Path target = destination.folder().resolve(site.relative(segment.file()).toString());
        makeFolders(target.getParent());
        boolean intact = Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                ? isCopied(segment, target, work)
                : copy(segment, target, work);
        if (intact && site.backup().deleteAfterBackup()) {
            requireSameVolume();
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("the copy " + target + " is no longer there");
            }
            deletion.delete(segment.file().getParent(), List.of(segment), () -> false, tally);
        }
    }

    /** Whether the copy is now there, and is what the catalog says of the segment. */
    private boolean copy(Segment segment, Path target, ByteProgress work) throws IOException {
        Sha256.Hashed copied = copying.copy(segment.file(), target, verifies(), work::passed);
        try {
            requireSameVolume();
        } catch (IOException e) {
            takeAway(target, e);
            throw e;
        }
        tally.done(copied.bytes());
        return isAsRecorded(segment, copied);
    }

    private static void takeAway(Path copy, IOException because) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /** Whether a file that is in the place of the copy is the copy, and what the catalog says of the segment. */
    private boolean isCopied(Segment segment, Path target, ByteProgress work) throws IOException {
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) || isOriginal(segment.file(), target)) {
            tally.problem(
                    segment.file(), target + " is there and is no copy, but a link or a folder; it was left alone");
            return false;
        }
        Sha256.Hashed found = ReadBack.hash(target, bytes -> work.check());
        if (!segment.sha256().equals(Optional.of(found.sha256())) && !found.equals(source(segment, work))) {
            tally.problem(segment.file(), target + " is there with other content; it was left alone");
            return false;
        }
        tally.already();
        return isAsRecorded(segment, found);
    }

    /** A link, or a second name, would be taken for a copy and go with the original. */
    private static boolean isOriginal(Path original, Path target) throws IOException {
        return Files.exists(original) && Files.isSameFile(original, target);
    }

    private static Sha256.Hashed source(Segment segment, ByteProgress work) throws FileCopy.UnreadableSourceException {
        try {
            return Sha256.of(segment.file(), Long.MAX_VALUE, bytes -> work.check());
        } catch (IOException e) {
            throw new FileCopy.UnreadableSourceException(e);
        }
    }

    private boolean isAsRecorded(Segment segment, Sha256.Hashed copied) {
        Optional<String> recorded = segment.sha256().filter(hash -> !hash.equals(copied.sha256()));
        recorded.ifPresent(hash -> tally.problem(
                segment.file(),
                "it was copied as it is, and changed since it was recorded: its SHA-256 was " + hash + " and is "
                        + copied.sha256()));
        return recorded.isEmpty();
    }

    /** Brings each onto the disk that it makes, and none into the recordings, whereto a link may lead. */
    private void makeFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeFolders(folder.getParent());
            Files.createDirectory(folder);
            Durable.folder(folder.getParent());
        }
        Destination.of(folder, "the backup folder").requireOutside(site.recordings());
    }

    /** After a volume went away, another one would be filled: that of its mount point. */
    private void requireSameVolume() throws IOException {
        if (!Files.isDirectory(destination.folder())
                || !Files.getFileStore(destination.folder()).equals(volume)) {
            throw new IOException("the destination " + destination.folder() + " is no longer there");
        }
    }

    private String refusal(Segment segment, IOException failure) {
        try {
            long free = freeSpace.bytes(destination.folder());
            if (free < segment.bytes()) {
                return "the destination " + destination.folder() + " is full, " + free + " bytes are free and "
                        + segment.bytes() + " needed: " + Failure.reason(failure);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return "it cannot be copied to " + destination.folder() + ": " + Failure.reason(failure);
    }
}
