package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.rnvr.media.MediaFiles;
import org.rnvr.media.Progress;
import org.rnvr.recording.Evidence;
import org.rnvr.recording.ExportRequest;
import org.rnvr.recording.ExportResult;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.VerificationReport;

/** Evidence from the catalog and the files that it knows. */
public final class EvidenceService implements Evidence {

    private final Exporter exporter;
    private final Verifier verifier;
    private final Snapshots snapshots;

    /**
     * With what it needs.
     *
     * @param catalog knows what is recorded
     * @param media reads and joins it
     * @param site what the configuration says now
     * @param keys this installation's key pair
     * @param origin who exports
     * @param clock its zone is that of the names of folders and files
     * @param freeSpace tells what a destination has room for
     */
    public EvidenceService(
            RecordingCatalog catalog,
            MediaFiles media,
            Supplier<Site> site,
            KeyFolder keys,
            Origin origin,
            Clock clock,
            FreeSpace freeSpace) {
        exporter = new Exporter(catalog, media, site, keys, origin, clock, freeSpace);
        verifier = new Verifier(keys);
        snapshots = new Snapshots(catalog, media, site);
    }

    @Override
    public ExportResult export(ExportRequest request, Progress progress) throws IOException {
        return exporter.export(request, progress);
    }

    @Override
    public VerificationReport verify(Path folder, Progress progress) throws IOException {
        return verifier.verify(folder, progress);
    }

    @Override
    public byte[] snapshot(String cameraId, Instant moment) throws IOException {
        return snapshots.at(cameraId, moment);
    }
}
