package org.rnvr.democamera.internal;

import com.sun.jna.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rnvr.democamera.Codec;
import org.rnvr.democamera.DemoCameraException;
import org.rnvr.democamera.DemoCameraOptions;
import org.rnvr.democamera.Mode;

/** The GStreamer elements that the options need, and the packages they come in. */
final class Requirements {

    private static final String BASE = "gstreamer1.0-plugins-base";
    private static final String X = "gstreamer1.0-x";
    private static final String GOOD = "gstreamer1.0-plugins-good";
    private static final String BAD = "gstreamer1.0-plugins-bad";
    private static final String UGLY = "gstreamer1.0-plugins-ugly";
    private static final String LIBAV = "gstreamer1.0-libav";

    private final Gst gst;

    Requirements(Gst gst) {
        this.gst = gst;
    }

    /** Throws for the first element that is missing. */
    void check(DemoCameraOptions options) throws DemoCameraException {
        for (Map.Entry<String, String> element : of(options).entrySet()) {
            Pointer factory = gst.gst_element_factory_find(element.getKey());
            if (factory == null) {
                throw new DemoCameraException("The GStreamer element " + element.getKey()
                        + " is missing; install the package " + element.getValue() + ".");
            }
            gst.gst_object_unref(factory);
        }
    }

    static Map<String, String> of(DemoCameraOptions options) {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("videotestsrc", BASE);
        needed.put("videoscale", BASE);
        needed.put("textoverlay", X);
        needed.put("rtpbin", GOOD);
        if (options.video().codec() == Codec.H264) {
            needed.put("x264enc", UGLY);
        } else {
            needed.put("x265enc", BAD);
        }
        if (options.mode() == Mode.CLIP) {
            needed.put("compositor", BASE);
            needed.put("appsrc", BASE);
            needed.put(options.video().codec() == Codec.H264 ? "h264parse" : "h265parse", BAD);
        }
        switch (options.audio()) {
            case NONE -> {}
            case AAC -> {
                needed.put("avenc_aac", LIBAV);
                needed.put("aacparse", GOOD);
            }
            case PCMA -> needed.put("alawenc", GOOD);
            case PCMU -> needed.put("mulawenc", GOOD);
        }
        return needed;
    }
}
