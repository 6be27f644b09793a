package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.util.Optional;
import org.rnvr.pipeline.gst.internal.media.Screen;

/** Where a camera's recordings are shown. Any thread. */
interface Place {

    /**
     * Takes it, whose one user this is until it is closed.
     *
     * @param direction how pictures are turned, as {@code video-direction} of videoflip; empty for not at all
     */
    Screen open(Optional<String> direction) throws IOException;

    /** It is so large from now on. */
    void resized(int width, int height);
}
