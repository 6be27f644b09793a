package org.rnvr.pipeline.gst.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.PipelineFactory;

/** Opens GStreamer pipelines and publishes them. GStreamer itself is loaded with the first session. */
@Component
public final class GstPipelineFactory implements PipelineFactory {

    private final BundleContext context;
    private final GstRuntime runtime;
    private final Workers workers = new Workers();
    private final DiskSync sync = new DiskSync();
    private final AtomicLong sessionNumbers = new AtomicLong();
    private final Map<String, Published> open = new ConcurrentHashMap<>();

    /** A pipeline and its service. */
    private static final class Published {

        private GstCameraPipeline pipeline;
        private ServiceRegistration<CameraPipeline> registration;
    }

    /** Made by Declarative Services. */
    @Activate
    public GstPipelineFactory(BundleContext context, @Reference GstRuntime runtime) {
        this.context = context;
        this.runtime = runtime;
    }

    @Override
    public CameraPipeline open(CameraSettings camera, StreamingSettings streaming) {
        Published published = new Published();
        published.pipeline = new GstCameraPipeline(
                camera, streaming, runtime, workers, sync, sessionNumbers, () -> withdraw(camera.id(), published));
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CameraPipeline.CAMERA_ID, camera.id());
        // From when others find it on, it can be closed.
        synchronized (published) {
            if (open.putIfAbsent(camera.id(), published) != null) {
                throw new IllegalStateException("the pipeline of camera " + camera.id() + " is open already");
            }
            published.registration = context.registerService(CameraPipeline.class, published.pipeline, properties);
        }
        return published.pipeline;
    }

    private void withdraw(String cameraId, Published published) {
        open.remove(cameraId, published);
        synchronized (published) {
            published.registration.unregister();
        }
    }

    @Deactivate
    void close() {
        CompletableFuture.allOf(List.copyOf(open.values()).stream()
                        .map(published -> published.pipeline.close().toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .join();
        workers.end();
        sync.end();
    }
}
