package org.rnvr.console.internal.live;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.Flip;
import org.rnvr.config.CameraSettings.VideoTransform;
import org.rnvr.config.ConfigurationEdit;

/** The next way a camera's picture is turned or mirrored. */
enum Turning {
    /** A quarter further, clockwise. */
    ROTATE {
        @Override
        VideoTransform after(VideoTransform now) {
            return transform(now.flip(), (now.rotation() + 90) % 360);
        }
    },
    /** Not mirrored, horizontally, vertically, both. */
    FLIP {
        @Override
        VideoTransform after(VideoTransform now) {
            List<Flip> flips = List.of(Flip.values());
            return transform(flips.get((flips.indexOf(now.flip()) + 1) % flips.size()), now.rotation());
        }
    };

    abstract VideoTransform after(VideoTransform now);

    /** What this does to the configuration of a camera. */
    ConfigurationEdit of(CameraSettings camera) {
        VideoTransform now = camera.transform();
        VideoTransform next = after(now.enabled() ? now : transform(Flip.NONE, 0));
        return new ConfigurationEdit.PutCamera(
                camera.id(),
                Map.of(
                        "video_transform",
                        Map.of(
                                "enabled",
                                next.enabled(),
                                "flip",
                                next.flip().name().toLowerCase(Locale.ROOT),
                                "rotation",
                                next.rotation())));
    }

    private static VideoTransform transform(Flip flip, int rotation) {
        return new VideoTransform(flip != Flip.NONE || rotation != 0, flip, rotation);
    }
}
