package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.interfaces.VideoOverlay;

/** Decodes with one decoder and shows in one window. */
final class Picture {

    /** Name of the element that draws; every other one is at the mercy of the decoder. */
    static final String WINDOW = "window";

    private static final long LONGEST_QUEUE_NANOS = 2_000_000_000L;

    private final GstBin bin;
    private final VideoOverlay overlay;
    private final Pointer sink;

    /**
     * Makes it; nothing runs yet.
     *
     * @param bin where its elements go
     * @param codec of the video
     * @param decoder name of the decoder
     * @param window X11 window
     * @param direction how it is turned, as {@link Turning} says
     * @throws MissingElementException if an element is not installed
     * @throws IllegalStateException if the decoder does not fit
     */
    Picture(GstBin bin, VideoCodec codec, String decoder, long window, Optional<String> direction)
            throws MissingElementException {
        this.bin = bin;
        Element guard = bin.addGuard("guard");
        Element queue = bin.add("queue", "queue");
        queue.set("max-size-buffers", 0);
        queue.set("max-size-bytes", 0);
        queue.set("max-size-time", LONGEST_QUEUE_NANOS);
        queue.setAsString("leaky", "downstream");
        Element parser = bin.add(codec.parser(), "parser");
        Element decode = bin.add(decoder, "decoder");
        // Scaled before it is converted: fewer and smaller pixels.
        Element scale = bin.add("videoscale", "scale");
        Element convert = bin.add("videoconvert", "convert");
        Element turn = bin.add("videoflip", "turn");
        direction.ifPresent(method -> turn.setAsString("video-direction", method));
        Element draw = bin.add("ximagesink", WINDOW);
        draw.set("sync", false);
        draw.set("async", false);
        draw.set("qos", false);
        draw.set("force-aspect-ratio", true);
        draw.set("enable-last-sample", false);
        GstBin.link(guard, queue, parser, decode, scale, convert, turn, draw);
        overlay = VideoOverlay.wrap(draw);
        overlay.setWindowHandle(window);
        overlay.handleEvent(false);
        sink = bin.expose(bin.pad(guard, "sink"), "sink");
    }

    GstBin bin() {
        return bin;
    }

    /** Takes encoded video. */
    Pointer sink() {
        return sink;
    }

    void redraw() {
        overlay.expose();
    }
}
