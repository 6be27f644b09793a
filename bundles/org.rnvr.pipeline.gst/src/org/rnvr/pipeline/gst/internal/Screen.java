package org.rnvr.pipeline.gst.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.freedesktop.gstreamer.Element;

/** Turns and scales pictures and brings them to where they are seen. */
final class Screen {

    private static final String UPRIGHT = "identity";

    private final Element fit;
    private final Element turn;

    /**
     * Makes it; nothing runs yet.
     *
     * @param bin where its elements go
     * @param outlet where pictures are seen
     * @param direction how pictures are turned, as {@link Turning} says
     * @param pictures is told of every picture that comes to the outlet
     * @throws MissingElementException if an element is not installed
     */
    Screen(GstBin bin, Outlet outlet, Optional<String> direction, TrackVitals pictures) throws MissingElementException {
        // Changes only those few formats that cannot be turned.
        fit = bin.add("videoconvert", "fit");
        // Turned before it is scaled: what scales has to know which way the picture lies.
        turn = bin.add("videoflip", "turn");
        turn(direction);
        // Scaled before it is converted: fewer and smaller pixels.
        Element scale = bin.add("videoscale", "scale");
        Element convert = bin.add("videoconvert", "convert");
        List<Element> ends = outlet.elements(bin);
        GstBin.link(Stream.concat(Stream.of(fit, turn, scale, convert), ends.stream())
                .toArray(Element[]::new));
        // Noted before the outlet has it: who saw a picture finds it noted.
        bin.probe(bin.pad(convert, "src"), NativeGst.PROBE_TYPE_BUFFER, (type, info) -> {
            pictures.arrived(false, 0, 0, System.nanoTime());
            return NativeGst.PROBE_OK;
        });
    }

    /** The element that takes raw pictures. */
    Element first() {
        return fit;
    }

    /** Turns pictures from the next one on; any thread. */
    void turn(Optional<String> direction) {
        turn.setAsString("video-direction", direction.orElse(UPRIGHT));
    }
}
