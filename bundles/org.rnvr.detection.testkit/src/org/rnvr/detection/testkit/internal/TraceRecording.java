package org.rnvr.detection.testkit.internal;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.testkit.TraceRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the recorder of traces if a folder is named for them, so that the bundle may be installed without effect. */
@Component
public final class TraceRecording {

    private static final Logger LOG = LoggerFactory.getLogger(TraceRecording.class);

    private TraceRecorder recorder;
    private ServiceRegistration<DetectionStrategy> registration;

    /** With what knows the properties of framework and system. */
    @Activate
    public TraceRecording(BundleContext context) {
        String folder = context.getProperty(TraceRecorder.FOLDER_PROPERTY);
        if (folder != null && !folder.isBlank()) {
            LOG.info("What is observed on sessions is recorded to {}", folder);
            recorder = new TraceRecorder(Path.of(folder));
            registration = context.registerService(DetectionStrategy.class, recorder, null);
        }
    }

    /** Withdraws the recorder, then lets it write what it has. */
    @Deactivate
    public void deactivate() {
        if (recorder != null) {
            registration.unregister();
            recorder.close();
        }
    }
}
