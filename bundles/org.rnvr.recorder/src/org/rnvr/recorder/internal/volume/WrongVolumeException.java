package org.rnvr.recorder.internal.volume;

import java.io.IOException;

/** Another volume than the expected one is at the recording folder, or none; the message tells the operator. */
final class WrongVolumeException extends IOException {

    private static final long serialVersionUID = 1L;

    WrongVolumeException(String message) {
        super(message);
    }
}
