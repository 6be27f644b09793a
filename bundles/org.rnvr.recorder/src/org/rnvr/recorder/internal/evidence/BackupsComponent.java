package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.ConfigurationService;
import org.rnvr.media.Progress;
import org.rnvr.recording.Backups;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.Selection;
import org.rnvr.recording.TransferResult;

/** {@link BackupService} among services. */
@Component
public final class BackupsComponent implements Backups {

    private final BackupService service;

    /** With the catalog, which is there by both of its names. */
    @Activate
    public BackupsComponent(
            @Reference RecordingCatalog catalog,
            @Reference SegmentRemoval removal,
            @Reference ConfigurationService configuration) {
        service = new BackupService(
                catalog,
                removal,
                () -> Site.of(configuration.current()),
                OutputFiles.OF_SYSTEM,
                FreeSpace.OF_VOLUME,
                Clock.systemDefaultZone());
    }

    @Override
    public TransferResult backup(Selection selection, Optional<Path> destination, Progress progress)
            throws IOException {
        return service.backup(selection, destination, progress);
    }

    @Override
    public TransferResult delete(Selection selection, boolean bookmarkedToo, Progress progress) throws IOException {
        return service.delete(selection, bookmarkedToo, progress);
    }
}
