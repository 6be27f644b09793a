package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;

/** Decodes with one decoder and shows in one window. */
final class Picture {

    private final GstBin bin;
    private final Screen screen;
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
        List<Element> chain = new ArrayList<>(new Decoding.Way(codec, decoder, false).elements(bin));
        screen = new Screen(bin, window, direction);
        chain.add(screen.first());
        GstBin.link(chain.toArray(Element[]::new));
        sink = bin.expose(bin.pad(chain.get(0), "sink"), "sink");
    }

    GstBin bin() {
        return bin;
    }

    /** Takes encoded video. */
    Pointer sink() {
        return sink;
    }

    void redraw() {
        screen.redraw();
    }
}
