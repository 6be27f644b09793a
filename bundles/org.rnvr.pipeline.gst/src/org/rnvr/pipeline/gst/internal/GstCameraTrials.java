package org.rnvr.pipeline.gst.internal;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.media.MediaFiles;
import org.rnvr.pipeline.CameraTrial;
import org.rnvr.pipeline.CameraTrials;

/** Tries cameras out with pipelines that nobody else sees. */
@Component
public final class GstCameraTrials implements CameraTrials {

    private final GstRuntime runtime;
    private final MediaFiles files;
    private final Workers workers = new Workers();
    private final DiskSync sync = new DiskSync();
    private final AtomicLong sessionNumbers = new AtomicLong();
    private final Set<Trial> running = ConcurrentHashMap.newKeySet();

    /** Made by Declarative Services. */
    @Activate
    public GstCameraTrials(@Reference GstRuntime runtime, @Reference MediaFiles files) {
        this.runtime = runtime;
        this.files = files;
    }

    @Override
    public CompletionStage<CameraTrial> tryOut(CameraSettings camera, StreamingSettings streaming) {
        GstCameraPipeline pipeline =
                new GstCameraPipeline(camera, streaming, runtime, workers, sync, sessionNumbers, () -> {});
        Trial trial = new Trial(pipeline, files, workers, streaming.tcpTimeout());
        running.add(trial);
        CompletableFuture<CameraTrial> result = trial.run();
        return result.whenComplete((came, failure) -> running.remove(trial)).minimalCompletionStage();
    }

    @Deactivate
    void close() {
        CompletableFuture.allOf(running.stream().map(Trial::cancel).toArray(CompletableFuture[]::new))
                .join();
        workers.end();
        sync.end();
    }
}
