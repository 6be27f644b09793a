package org.rnvr.pipeline.gst.tests;

import com.sun.jna.Native;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.freedesktop.gstreamer.Gst;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.Container;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.PipelineFactory;
import org.slf4j.LoggerFactory;

/** Records until it is killed, in a process of its own: arguments are URL, folder, container and transport. */
public final class RecordingProcess {

    private RecordingProcess() {}

    /** The command that runs this. */
    static List<String> command(String url, Path folder, Container container, Transport transport) {
        return List.of(
                Jars.java(),
                "-cp",
                Jars.classPathOf(
                        RecordingProcess.class,
                        Pipelines.factory().getClass(),
                        PipelineFactory.class,
                        Gst.class,
                        Native.class,
                        LoggerFactory.class,
                        BundleContext.class,
                        ServiceTracker.class),
                RecordingProcess.class.getName(),
                url,
                folder.toString(),
                container.name(),
                transport.name());
    }

    /**
     * Records.
     *
     * @param arguments URL, folder, container, transport
     */
    public static void main(String[] arguments) throws InterruptedException {
        TestCamera camera = TestCamera.open(
                Pipelines.factory(), arguments[0], TestCamera.Options.TCP.with(Transport.valueOf(arguments[3])));
        camera.record(Path.of(arguments[1]), Container.valueOf(arguments[2]), Duration.ofMinutes(10));
        long session = camera.pipeline().openSession();
        PipelineEvent.SessionReady ready = camera.await(PipelineEvent.SessionReady.class, 20);
        camera.pipeline().activate(session);
        camera.await(PipelineEvent.SegmentOpened.class, 10);
        System.out.println("recording over " + ready.media().transport());
        while (true) {
            Thread.sleep(10);
            System.out.println(
                    camera.pipeline().vitals(session).orElseThrow().video().frames());
        }
    }
}
