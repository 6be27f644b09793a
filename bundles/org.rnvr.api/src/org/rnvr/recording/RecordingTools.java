package org.rnvr.recording;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.media.Progress;

/**
 * Works on a recording folder from outside: without a configuration, and beside a running recorder as well as without one.
 * <p>
 * An OSGi service that is always there; any thread. Every method waits for the disk.
 */
@ProviderType
public interface RecordingTools {

    /**
     * Compares an exported folder with its manifest, and that with its signature.
     *
     * @param data the data folder whose key counts as this installation's own
     * @param folder the exported folder
     * @param progress hears how far it is, and may cancel
     * @throws IOException if the folder cannot be read
     */
    VerificationReport verify(Path data, Path folder, Progress progress) throws IOException;

    /**
     * Compares every file of a recording folder with its catalog, by size and by hash. Changes nothing.
     *
     * @param recordings the recording folder
     * @param progress hears how far it is, and may cancel
     * @throws IOException if the folder has no catalog or it cannot be read
     */
    CatalogReport compare(Path recordings, Progress progress) throws IOException;

    /**
     * Exports as {@link Evidence#export} does.
     *
     * @param data the data folder, whose key signs
     * @param recordings the recording folder
     * @param request what to export
     * @param progress hears how far it is, and may cancel
     * @throws IOException as there
     */
    ExportResult export(Path data, Path recordings, ExportRequest request, Progress progress) throws IOException;

    /**
     * Takes the volume that is now at a recording folder for the right one, as {@link RecordingStorage#adopt} does; a running
     * recorder notices.
     *
     * @param data the data folder of the recorder
     * @param recordings the recording folder
     * @throws IOException if either cannot be written
     */
    void adopt(Path data, Path recordings) throws IOException;
}
