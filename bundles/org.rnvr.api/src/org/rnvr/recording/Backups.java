package org.rnvr.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.media.Progress;

/**
 * Copies and deletes chosen segments.
 * <p>
 * An OSGi service; any thread. Every method waits for the disk: not for the UI thread. Segments being written are left out.
 * One backup or deletion is at work at a time; another is refused meanwhile.
 */
@ProviderType
public interface Backups {

    /**
     * Copies segments to a folder, camera by camera and day by day as they are recorded. By the {@code backup.*} settings each
     * copy is read back and compared, and the original deleted after that and never without it. What an interrupted backup
     * copied already is not copied again. Cancelled, it ends within what it is copying, of which nothing is left, and tells what
     * was done.
     *
     * @param selection what to copy
     * @param destination where to; empty for {@code backup.destination_path}
     * @param progress hears how far it is, and may cancel
     * @throws IOException if the volume or the destination is away, no destination is known, or it lies in the recordings
     */
    TransferResult backup(Selection selection, Optional<Path> destination, Progress progress) throws IOException;

    /**
     * Deletes segments, bookmarked ones only if asked to.
     *
     * @param selection what to delete
     * @param bookmarkedToo whether segments that a bookmark touches are deleted
     * @param progress hears how far it is, and may cancel
     * @throws IOException if the volume is away
     */
    TransferResult delete(Selection selection, boolean bookmarkedToo, Progress progress) throws IOException;
}
