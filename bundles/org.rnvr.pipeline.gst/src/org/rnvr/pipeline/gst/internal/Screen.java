package org.rnvr.pipeline.gst.internal;

import java.util.Optional;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.interfaces.VideoOverlay;

/** Shows pictures in one window. When no more come the last one stays. */
final class Screen {

    /** Name of the element that draws; every other one is at the mercy of the decoder. */
    static final String WINDOW = "window";

    private static final String UPRIGHT = "identity";

    private final Element fit;
    private final Element turn;
    private final VideoOverlay overlay;

    /**
     * Makes it; nothing runs yet.
     *
     * @param bin where its elements go
     * @param window X11 window
     * @param direction how pictures are turned, as {@link Turning} says
     * @throws MissingElementException if an element is not installed
     */
    Screen(GstBin bin, long window, Optional<String> direction) throws MissingElementException {
        // Changes only those few formats that cannot be turned.
        fit = bin.add("videoconvert", "fit");
        // Turned before it is scaled: what scales has to know which way the picture lies.
        turn = bin.add("videoflip", "turn");
        turn(direction);
        // Scaled before it is converted: fewer and smaller pixels.
        Element scale = bin.add("videoscale", "scale");
        Element convert = bin.add("videoconvert", "convert");
        Element draw = bin.add("ximagesink", WINDOW);
        draw.set("sync", false);
        draw.set("async", false);
        draw.set("qos", false);
        draw.set("force-aspect-ratio", true);
        draw.set("enable-last-sample", false);
        GstBin.link(fit, turn, scale, convert, draw);
        overlay = VideoOverlay.wrap(draw);
        overlay.setWindowHandle(window);
        overlay.handleEvent(false);
    }

    /** The element that takes raw pictures. */
    Element first() {
        return fit;
    }

    /** Turns pictures from the next one on; any thread. */
    void turn(Optional<String> direction) {
        turn.setAsString("video-direction", direction.orElse(UPRIGHT));
    }

    /** Draws the last picture again. */
    void redraw() {
        overlay.expose();
    }
}
