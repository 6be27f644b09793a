package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.rnvr.pipeline.gst.internal.PaintedPictures;
import org.rnvr.pipeline.gst.internal.media.FramePainter;
import org.rnvr.pipeline.gst.internal.media.Screen;

/** Where somebody draws. */
final class PaintedPlace implements Place {

    private final Consumer<org.rnvr.pipeline.Picture> painter;
    private volatile String limit = PaintedPictures.CAPS;

    PaintedPlace(Consumer<org.rnvr.pipeline.Picture> painter) {
        this.painter = painter;
    }

    @Override
    public Screen open(Optional<String> direction) throws IOException {
        return new FramePainter(painter, () -> limit, direction);
    }

    @Override
    public void resized(int width, int height) {
        limit = PaintedPictures.within(width, height);
    }
}
