package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import org.rnvr.pipeline.gst.internal.media.Screen;

/** What a camera's recordings are shown with. One thread. */
interface Equipment extends Decoding.Decoders {

    /** Takes the place, whose one user this is until it is closed. */
    Screen openScreen() throws IOException;
}
