package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;

/** Brings frames to an element that takes them, scaled and turned, on the calling thread. */
final class FrameChain implements AutoCloseable {

    private final FedPipeline pipeline;
    private Optional<Inlet> inlet = Optional.empty();
    private Pointer caps;

    /**
     * Makes it; nothing runs yet.
     *
     * @param direction how pictures are turned, as {@code video-direction} of videoflip; empty for not at all
     * @param end what takes frames, as gst-launch takes it after what gives them
     * @throws IOException if an element is not installed
     */
    FrameChain(Optional<String> direction, String end) throws IOException {
        // Scaled before it is converted: fewer and smaller pixels.
        pipeline = new FedPipeline("videoscale name=in ! videoconvert"
                + direction
                        .map(method -> " ! videoflip video-direction=" + method)
                        .orElse("") + end);
    }

    Element element(String name) {
        return pipeline.element(name);
    }

    /** Starts it; it is closed if that fails. */
    void start() throws IOException {
        try {
            pipeline.start();
            inlet = Optional.of(pipeline.inlet("in"));
        } catch (IOException e) {
            pipeline.close();
            throw e;
        }
    }

    /** Brings a frame, which stays the caller's, all the way. */
    void push(DecodedFrame frame) throws IOException {
        Sample sample = (Sample) frame;
        Inlet in = inlet.orElseThrow();
        Pointer described = sample.caps();
        if (caps == null || NativeMedia.gst_caps_is_equal(caps, described) == 0) {
            boolean first = caps == null;
            keep(described);
            in.caps(described);
            if (first) {
                in.event(NativeMedia.segment(0, -1));
            }
        }
        if (!in.push(NativeMedia.gst_mini_object_ref(sample.buffer()))) {
            throw pipeline.failure();
        }
        pipeline.checkForError();
    }

    private void keep(Pointer next) {
        if (caps != null) {
            NativeMedia.gst_mini_object_unref(caps);
        }
        caps = next == null ? null : NativeMedia.gst_mini_object_ref(next);
    }

    @Override
    public void close() {
        pipeline.close();
        keep(null);
    }
}
