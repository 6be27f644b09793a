package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;

/** There is no decoder, or none that was not tried already. */
final class NoDecoderException extends IOException {

    private static final long serialVersionUID = 1L;

    NoDecoderException(String message) {
        super(message);
    }
}
