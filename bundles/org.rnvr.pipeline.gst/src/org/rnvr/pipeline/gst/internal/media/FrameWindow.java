package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.interfaces.VideoOverlay;

/** An X11 window, drawn in on the calling thread. */
public final class FrameWindow implements Screen {

    private static final String SINK = " ! ximagesink name=window sync=false async=false qos=false"
            + " force-aspect-ratio=true enable-last-sample=false";

    private final FedPipeline pipeline;
    private final VideoOverlay overlay;
    private final Inlet inlet;
    private Pointer caps;

    /**
     * Takes a window.
     *
     * @param window its X11 id
     * @param direction how pictures are turned, as {@code video-direction} of videoflip; empty for not at all
     * @throws IOException if it cannot be drawn in
     */
    public FrameWindow(long window, Optional<String> direction) throws IOException {
        // Scaled before it is converted: fewer and smaller pixels.
        pipeline = new FedPipeline("videoscale name=in ! videoconvert"
                + direction
                        .map(method -> " ! videoflip video-direction=" + method)
                        .orElse("") + SINK);
        try {
            Element sink = pipeline.element("window");
            overlay = VideoOverlay.wrap(sink);
            overlay.setWindowHandle(window);
            overlay.handleEvent(false);
            pipeline.start();
            inlet = pipeline.inlet("in");
        } catch (IOException e) {
            pipeline.close();
            throw failure(e);
        }
    }

    private static IOException failure(IOException cause) {
        return new IOException("The picture cannot be shown in its window: " + cause.getMessage(), cause);
    }

    @Override
    public void draw(DecodedFrame frame) throws IOException {
        Sample sample = (Sample) frame;
        Pointer described = sample.caps();
        if (caps == null || NativeMedia.gst_caps_is_equal(caps, described) == 0) {
            boolean first = caps == null;
            keep(described);
            inlet.caps(described);
            if (first) {
                inlet.event(NativeMedia.segment(0, -1));
            }
        }
        boolean drawn = inlet.push(NativeMedia.gst_mini_object_ref(sample.buffer()));
        try {
            if (!drawn) {
                throw pipeline.failure();
            }
            pipeline.checkForError();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void keep(Pointer next) {
        if (caps != null) {
            NativeMedia.gst_mini_object_unref(caps);
        }
        caps = next == null ? null : NativeMedia.gst_mini_object_ref(next);
    }

    @Override
    public void measure() {
        overlay.expose();
    }

    @Override
    public void close() {
        pipeline.close();
        keep(null);
    }
}
