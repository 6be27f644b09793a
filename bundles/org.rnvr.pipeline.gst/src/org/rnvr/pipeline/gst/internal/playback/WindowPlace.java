package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.util.Optional;
import org.rnvr.pipeline.gst.internal.media.FrameWindow;
import org.rnvr.pipeline.gst.internal.media.Screen;

/**
 * A window.
 *
 * @param window its X11 id
 */
record WindowPlace(long window) implements Place {

    @Override
    public Screen open(Optional<String> direction) throws IOException {
        return new FrameWindow(window, direction);
    }

    @Override
    public void resized(int width, int height) {
        // Who draws in it asks for its size himself.
    }
}
