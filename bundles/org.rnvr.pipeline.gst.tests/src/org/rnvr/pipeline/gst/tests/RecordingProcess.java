package org.rnvr.pipeline.gst.tests;

import java.nio.file.Path;
import java.time.Duration;
import org.rnvr.config.Container;
import org.rnvr.pipeline.PipelineEvent;

/** Records until it is killed, in a process of its own: arguments are URL, folder and container. */
public final class RecordingProcess {

    private RecordingProcess() {}

    /**
     * Records.
     *
     * @param arguments URL, folder, container
     */
    public static void main(String[] arguments) throws InterruptedException {
        TestCamera camera = TestCamera.open(Pipelines.factory(), arguments[0], TestCamera.Options.TCP);
        camera.record(Path.of(arguments[1]), Container.valueOf(arguments[2]), Duration.ofMinutes(10));
        long session = camera.play();
        camera.await(PipelineEvent.SegmentOpened.class, 10);
        System.out.println("recording");
        while (true) {
            Thread.sleep(10);
            System.out.println(
                    camera.pipeline().vitals(session).orElseThrow().video().frames());
        }
    }
}
