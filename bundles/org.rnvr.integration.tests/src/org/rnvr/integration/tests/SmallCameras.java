package org.rnvr.integration.tests;

import java.net.URI;
import java.util.List;
import org.rnvr.democamera.Codec;
import org.rnvr.democamera.DemoCamera;
import org.rnvr.democamera.DemoCameraException;
import org.rnvr.democamera.DemoCameraOptions;
import org.rnvr.democamera.DemoCameraServer;
import org.rnvr.democamera.Mode;
import org.rnvr.democamera.Video;

/** Demo cameras that cost little, so that many can run in a test. */
final class SmallCameras {

    /** Frames a second, and from one key frame to the next. */
    static final int FPS = 25;

    private SmallCameras() {}

    /** Starts a server with so many cameras at a port, 0 for any. */
    static DemoCameraServer start(int cameras, int port) throws DemoCameraException {
        DemoCameraOptions some = DemoCameraOptions.DEFAULT;
        return DemoCameraServer.start(new DemoCameraOptions(
                some.address(),
                port,
                cameras,
                Mode.CLIP,
                new Video(Codec.H264, 320, 180, FPS, 1, 250),
                some.audio(),
                some.login(),
                some.getParameter(),
                some.maxSessions(),
                some.sessionTimeoutSeconds()));
    }

    static List<URI> addresses(DemoCameraServer server) {
        return server.cameras().stream().map(DemoCamera::uri).toList();
    }
}
