package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.ConfigurationService;
import org.rnvr.media.MediaFiles;
import org.rnvr.media.Progress;
import org.rnvr.recording.Evidence;
import org.rnvr.recording.ExportRequest;
import org.rnvr.recording.ExportResult;
import org.rnvr.recording.RecordingCatalog;
import org.rnvr.recording.VerificationReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link EvidenceService} among services; at the first start it makes this installation's key pair. */
@Component(immediate = true)
public final class EvidenceComponent implements Evidence {

    private static final Logger LOGGER = LoggerFactory.getLogger(EvidenceComponent.class);

    private final EvidenceService service;

    /** Makes the key pair if there is none. */
    @Activate
    public EvidenceComponent(
            BundleContext context,
            @Reference RecordingCatalog catalog,
            @Reference MediaFiles media,
            @Reference ConfigurationService configuration) {
        KeyFolder keys = KeyFolder.of(configuration.dataFolder());
        try {
            keys.prepare();
        } catch (IOException e) {
            LOGGER.warn("nothing can be exported: {}", Failure.reason(e));
        }
        service = new EvidenceService(
                catalog,
                media,
                () -> Site.of(configuration.current()),
                keys,
                Origin.here(context),
                Clock.systemDefaultZone(),
                FreeSpace.OF_VOLUME);
    }

    @Override
    public ExportResult export(ExportRequest request, Progress progress) throws IOException {
        return service.export(request, progress);
    }

    @Override
    public VerificationReport verify(Path folder, Progress progress) throws IOException {
        return service.verify(folder, progress);
    }

    @Override
    public byte[] snapshot(String cameraId, Instant moment) throws IOException {
        return service.snapshot(cameraId, moment);
    }
}
