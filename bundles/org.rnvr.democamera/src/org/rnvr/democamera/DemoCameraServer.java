package org.rnvr.democamera;

import java.util.List;
import org.rnvr.democamera.internal.RtspServer;

/**
 * A running RTSP server with demo cameras, reached over UDP or over TCP interleaved. Its methods may be called from any
 * thread.
 *
 * <p>Each client has its own media, so one that is gone or slow never keeps another waiting.
 */
public final class DemoCameraServer implements AutoCloseable {

    private final RtspServer server;

    private DemoCameraServer(RtspServer server) {
        this.server = server;
    }

    /**
     * Starts a server; it accepts clients when the call returns. For {@link Mode#CLIP} the call takes the time to encode
     * every camera's clip.
     *
     * @param options what it offers
     * @return the running server
     * @throws DemoCameraException if a library or an element of GStreamer is missing, the address cannot be listened at,
     *     or a clip cannot be encoded
     */
    public static DemoCameraServer start(DemoCameraOptions options) throws DemoCameraException {
        return new DemoCameraServer(RtspServer.start(options));
    }

    /**
     * Its cameras.
     *
     * @return the cameras in the order of their numbers
     */
    public List<DemoCamera> cameras() {
        return server.cameras();
    }

    /**
     * Stops a camera's media for its present and future clients; RTSP and RTCP go on. Nothing happens if they are
     * stopped already.
     *
     * @param camera the camera's name
     * @throws IllegalArgumentException if there is no such camera
     */
    public void pause(String camera) {
        server.mount(camera).pause();
    }

    /**
     * Lets a camera's media go on. Nothing happens if they were not stopped.
     *
     * @param camera the camera's name
     * @throws IllegalArgumentException if there is no such camera
     */
    public void resume(String camera) {
        server.mount(camera).resume();
    }

    /** Ends all sessions and stops listening; takes up to a few seconds. */
    @Override
    public void close() {
        server.close();
    }
}
