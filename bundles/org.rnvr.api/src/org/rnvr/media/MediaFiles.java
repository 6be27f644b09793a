package org.rnvr.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.config.Container;

/**
 * Reads and writes recorded files, without transcoding.
 * <p>
 * An OSGi service. Every method waits for the disk, none may be called on the UI thread; any number of calls may run at the
 * same time, on any threads.
 */
@ProviderType
public interface MediaFiles {

    /**
     * What a file holds that can be played. Of a file that was cut off by a crash, what came before the cut.
     *
     * @throws IOException if it cannot be read or holds no video; the message says which file and why
     */
    MediaFacts inspect(Path file) throws IOException;

    /**
     * Takes away what a crash left unfinished at the end of a file, so that it plays to its last frame without complaint,
     * and brings the file onto the disk. A file without such an end stays as it is.
     *
     * @return what it holds now
     * @throws IOException if it cannot be read or written or holds no video, in which case it is as it was
     */
    MediaFacts repair(Path file) throws IOException;

    /**
     * Joins parts of recorded files, in the order given, into new files, frame for frame. A part begins with the last key
     * frame that is not after its {@code from}, or the first of the file, and ends with the last frame before its
     * {@code to}. Times between parts are kept: where nothing was recorded, the picture stands still. A new file begins
     * where the video changes in a way that one file cannot hold, such as its resolution.
     *
     * @param clips the parts, by rising time, not overlapping
     * @param target the first file to make, without its extension; further ones get {@code _2}, {@code _3} and so on
     * @param container format of the new files
     * @param progress hears how far it is, and may cancel
     * @return what was made; on the disk
     * @throws java.util.concurrent.CancellationException if it was cancelled; what was begun is deleted
     * @throws IOException if a file cannot be read or written; what was begun is deleted
     */
    List<JoinedFile> join(List<Clip> clips, Path target, Container container, Progress progress) throws IOException;

    /**
     * The picture at a time in a file, as JPEG.
     *
     * @param file the file
     * @param offset from the first frame of the file; the last frame not after it is shown
     * @return the bytes of a JPEG file
     * @throws IOException if the file cannot be read or decoded
     */
    byte[] still(Path file, Duration offset) throws IOException;
}
