package org.rnvr.recorder.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.BackupSettings;
import org.rnvr.media.MediaFiles;
import org.rnvr.media.Progress;
import org.rnvr.recorder.internal.catalog.CatalogView;
import org.rnvr.recorder.internal.evidence.EvidenceService;
import org.rnvr.recorder.internal.evidence.FreeSpace;
import org.rnvr.recorder.internal.evidence.KeyFolder;
import org.rnvr.recorder.internal.evidence.Origin;
import org.rnvr.recorder.internal.evidence.Site;
import org.rnvr.recorder.internal.evidence.Verifier;
import org.rnvr.recorder.internal.volume.KnownVolumes;
import org.rnvr.recorder.internal.volume.Volume;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.ExportRequest;
import org.rnvr.recording.ExportResult;
import org.rnvr.recording.RecordingTools;
import org.rnvr.recording.VerificationReport;

/** What can be done with recordings without a configuration. */
@Component
public final class ToolsComponent implements RecordingTools {

    private final Origin origin;
    private final MediaFiles media;

    @Activate
    public ToolsComponent(BundleContext context, @Reference MediaFiles media) {
        origin = Origin.here(context);
        this.media = media;
    }

    @Override
    public VerificationReport verify(Path data, Path folder, Progress progress) throws IOException {
        return new Verifier(keys(data)).verify(folder, progress);
    }

    @Override
    public CatalogReport compare(Path recordings, Progress progress) throws IOException {
        try (CatalogView catalog = CatalogView.open(recordings, Clock.systemUTC())) {
            return catalog.check(true, progress);
        }
    }

    @Override
    public ExportResult export(Path data, Path recordings, ExportRequest request, Progress progress)
            throws IOException {
        Path folder = recordings.toAbsolutePath().normalize();
        Site site = new Site(folder, Map.of(), new BackupSettings(Optional.empty(), false, true));
        try (CatalogView catalog = CatalogView.open(folder, Clock.systemUTC())) {
            EvidenceService evidence = new EvidenceService(
                    catalog, media, () -> site, keys(data), origin, Clock.systemDefaultZone(), FreeSpace.OF_VOLUME);
            return evidence.export(request, progress);
        }
    }

    @Override
    public void adopt(Path data, Path recordings) throws IOException {
        if (!Files.isDirectory(recordings)) {
            throw new IOException(recordings + " is no folder that is there");
        }
        new Volume(recordings, new KnownVolumes(data), Clock.systemUTC()).adopt();
    }

    private static KeyFolder keys(Path data) {
        return KeyFolder.of(data);
    }
}
