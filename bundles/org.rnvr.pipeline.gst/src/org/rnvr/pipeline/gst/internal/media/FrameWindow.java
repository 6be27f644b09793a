package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.util.Optional;
import org.freedesktop.gstreamer.interfaces.VideoOverlay;

/** An X11 window, drawn in on the calling thread. */
public final class FrameWindow implements Screen {

    private static final String SINK = " ! ximagesink name=window sync=false async=false qos=false"
            + " force-aspect-ratio=true enable-last-sample=false";

    private final FrameChain chain;
    private final VideoOverlay overlay;

    /**
     * Takes a window.
     *
     * @param window its X11 id
     * @param direction how pictures are turned, as {@code video-direction} of videoflip; empty for not at all
     * @throws IOException if it cannot be drawn in
     */
    public FrameWindow(long window, Optional<String> direction) throws IOException {
        chain = new FrameChain(direction, SINK);
        overlay = VideoOverlay.wrap(chain.element("window"));
        overlay.setWindowHandle(window);
        overlay.handleEvent(false);
        try {
            chain.start();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static IOException failure(IOException cause) {
        return new IOException("The picture cannot be shown in its window: " + cause.getMessage(), cause);
    }

    @Override
    public void draw(DecodedFrame frame) throws IOException {
        try {
            chain.push(frame);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void measure() {
        overlay.expose();
    }

    @Override
    public void close() {
        chain.close();
    }
}
