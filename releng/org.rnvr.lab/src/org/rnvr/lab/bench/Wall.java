package org.rnvr.lab.bench;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Credentials;
import org.rnvr.config.StandbySession;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.PipelineFactory;

/**
 * Shows a camera in windows as RNVR does, and nothing else: the product's pipelines without monitor, recorder and workbench.
 * A program of its own, so that what it costs can be measured; it ends with its standard input.
 */
public final class Wall {

    private static final long CLOSING_SECONDS = 5;
    private static final String PIPELINES = "org.rnvr.pipeline.gst.internal";

    private Wall() {}

    /**
     * Shows until the standard input ends.
     *
     * @param arguments the address of the camera, and the number of each window
     */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        PipelineFactory factory = factory();
        List<CameraPipeline> open = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            CameraPipeline pipeline = factory.open(camera("camera" + i, arguments[0]), StreamingSettings.DEFAULT);
            pipeline.listen(event -> {
                if (event instanceof PipelineEvent.SessionReady ready) {
                    pipeline.activate(ready.session());
                } else {
                    System.out.println(event);
                }
            });
            pipeline.show(Long.parseLong(arguments[i])).resized(XScreen.WIDTH, XScreen.HEIGHT);
            pipeline.openSession();
            open.add(pipeline);
        }
        while (System.in.read() >= 0) {
            // Whatever is said, only the end of it counts.
        }
        CompletableFuture.allOf(open.stream()
                        .map(pipeline -> pipeline.close().toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS)
                .join();
        System.exit(0);
    }

    /** The factory without OSGi: what it publishes goes nowhere. */
    private static PipelineFactory factory() throws ReflectiveOperationException {
        Class<?> context = Class.forName("org.osgi.framework.BundleContext");
        Object registration = Proxy.newProxyInstance(
                Wall.class.getClassLoader(),
                new Class<?>[] {Class.forName("org.osgi.framework.ServiceRegistration")},
                (proxy, method, arguments) -> null);
        Object registry = Proxy.newProxyInstance(
                Wall.class.getClassLoader(),
                new Class<?>[] {context},
                (proxy, method, arguments) -> method.getName().equals("registerService") ? registration : null);
        Class<?> runtime = Class.forName(PIPELINES + ".GstRuntime");
        return (PipelineFactory) Class.forName(PIPELINES + ".GstPipelineFactory")
                .getConstructor(context, runtime)
                .newInstance(registry, runtime.getConstructor().newInstance());
    }

    private static CameraSettings camera(String id, String url) {
        return new CameraSettings(
                id,
                id,
                url,
                Credentials.NONE,
                true,
                true,
                false,
                false,
                false,
                new CameraSettings.Ptz(CameraSettings.PtzType.NONE, 80, 1),
                new CameraSettings.VideoTransform(false, CameraSettings.Flip.NONE, 0),
                StandbySession.AUTO,
                WeeklySchedule.ALWAYS,
                0);
    }
}
