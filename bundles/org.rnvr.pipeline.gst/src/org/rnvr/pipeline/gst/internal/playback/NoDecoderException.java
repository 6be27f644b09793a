package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;

/** All decoders for a codec were tried. */
final class NoDecoderException extends IOException {

    private static final long serialVersionUID = 1L;

    NoDecoderException(String message) {
        super(message);
    }
}
