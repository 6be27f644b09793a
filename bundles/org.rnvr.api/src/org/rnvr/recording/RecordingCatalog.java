package org.rnvr.recording;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.event.Registration;
import org.rnvr.media.Progress;

/**
 * Knows every recorded segment of the recording volume, the gaps between them, and what people noted on them.
 * <p>
 * An OSGi service; any thread. Methods that throw {@link IOException} wait for the disk and are not for the UI thread; they
 * throw it when the volume is away or its catalog cannot be read, with a message for the operator.
 */
@ProviderType
public interface RecordingCatalog {

    /** Segments of a camera that touch a time, by start; the one being written included. */
    List<Segment> segments(String cameraId, Instant from, Instant to) throws IOException;

    /** Gaps of a camera that touch a time, by start. */
    List<RecordedGap> gaps(String cameraId, Instant from, Instant to) throws IOException;

    /** Bookmarks of a camera that touch a time, by start. */
    List<Bookmark> bookmarks(String cameraId, Instant from, Instant to) throws IOException;

    /** Every camera of which something is recorded, by id. */
    List<Footage> footage() throws IOException;

    /**
     * Keeps a note.
     *
     * @param cameraId the camera
     * @param from beginning
     * @param to end, not before it
     * @param note what it says
     */
    Bookmark addBookmark(String cameraId, Instant from, Instant to, String note) throws IOException;

    /** Forgets a note; unknown numbers: no effect. */
    void removeBookmark(long id) throws IOException;

    /**
     * Compares the catalog with the files, and enters what it does not know.
     *
     * @param byHash whether every file is read and its SHA-256 compared, beside presence and size
     * @param progress hears how far it is, and may cancel
     */
    CatalogReport check(boolean byHash, Progress progress) throws IOException;

    /**
     * Makes the catalog anew from the files alone; bookmarks are kept where the old catalog can still be read.
     *
     * @param progress hears how far it is, and may cancel, in which case the catalog is as it was
     */
    CatalogReport rebuild(Progress progress) throws IOException;

    /**
     * Registers for changes. The observer is called with the id of a camera whose segments, gaps or bookmarks changed, on a
     * thread of the catalog, and must return at once; an exception it throws is logged and otherwise ignored.
     */
    Registration observe(Consumer<String> observer);
}
