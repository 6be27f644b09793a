package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.util.Optional;
import org.rnvr.pipeline.gst.internal.media.DecodedFrame;

/** Shows key frames, each decoded alone. */
record KeyFrames(Reel reel, Picture picture) {

    /** Shows a key frame by its number, unless it is seen already; nothing changes if it cannot be decoded. */
    void show(Strip strip, int number) throws IOException {
        if (!picture.shows(strip.keyTime(number))) {
            Optional<DecodedFrame> frame = reel.key(strip, number);
            if (frame.isPresent()) {
                picture.show(frame.get());
            }
        }
    }
}
