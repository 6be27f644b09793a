package org.rnvr.pipeline.gst.tests;

import org.rnvr.pipeline.PipelineEvent.SessionFailed;
import org.rnvr.pipeline.PipelineEvent.ViewFailed;

/** Opens a session and a view in a process of its own and prints how they fail. The argument is the URL. */
public final class OpeningProcess {

    private OpeningProcess() {}

    /**
     * Opens a session.
     *
     * @param arguments the URL
     */
    public static void main(String[] arguments) throws Exception {
        try (TestCamera camera = TestCamera.open(Pipelines.factory(), arguments[0], TestCamera.Options.TCP)) {
            long session = camera.pipeline().openSession();
            SessionFailed failed = camera.await(SessionFailed.class, 15);
            System.out.println(failed.failure().kind());
            System.out.println(failed.failure().text());
            camera.pipeline().closeSession(session).toCompletableFuture().join();
            if (arguments.length > 1) {
                camera.pipeline().show(1);
                System.out.println(camera.await(ViewFailed.class, 5).reason());
            }
        }
    }
}
