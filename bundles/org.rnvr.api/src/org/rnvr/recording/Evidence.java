package org.rnvr.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.media.Progress;

/**
 * Takes recordings away so that others can rely on them.
 * <p>
 * An OSGi service; any thread. Every method waits for the disk: not for the UI thread.
 */
@ProviderType
public interface Evidence {

    /**
     * Copies a range of cameras, without transcoding, into a new folder, with a signed manifest. Segments being written are
     * exported as far as they have come.
     *
     * @throws java.util.concurrent.CancellationException if it was cancelled; nothing is left of it
     * @throws IOException if nothing is recorded in that range, or a file cannot be read or written; nothing is left of it
     */
    ExportResult export(ExportRequest request, Progress progress) throws IOException;

    /**
     * Compares an exported folder with its manifest, and that with its signature.
     *
     * @throws IOException if the folder cannot be read
     */
    VerificationReport verify(Path folder, Progress progress) throws IOException;

    /**
     * The picture of a camera at a moment, as JPEG.
     *
     * @throws IOException if nothing is recorded of that moment or it cannot be read
     */
    byte[] snapshot(String cameraId, Instant moment) throws IOException;
}
