package org.rnvr.pipeline.gst.internal;

import java.util.Optional;
import org.rnvr.config.CameraSettings.Flip;
import org.rnvr.config.CameraSettings.VideoTransform;

/** How videoflip turns a picture. */
public final class Turning {

    private Turning() {}

    /**
     * The nick of {@code GstVideoOrientationMethod} that rotates clockwise and then mirrors; empty if nothing is to be
     * turned.
     */
    public static Optional<String> method(VideoTransform transform) {
        if (!transform.enabled()) {
            return Optional.empty();
        }
        boolean both = transform.flip() == Flip.BOTH;
        int rotation = (transform.rotation() + (both ? 180 : 0)) % 360;
        boolean horizontal = transform.flip() == Flip.HORIZONTAL;
        boolean vertical = transform.flip() == Flip.VERTICAL;
        String method =
                switch (rotation) {
                    case 90 -> horizontal ? "ul-lr" : vertical ? "ur-ll" : "90r";
                    case 180 -> horizontal ? "vert" : vertical ? "horiz" : "180";
                    case 270 -> horizontal ? "ur-ll" : vertical ? "ul-lr" : "90l";
                    default -> horizontal ? "horiz" : vertical ? "vert" : "identity";
                };
        return method.equals("identity") ? Optional.empty() : Optional.of(method);
    }
}
