package org.rnvr.pipeline.gst.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Tells of a camera's decoders that failed, of each once, in however many windows it fails. On the lane. */
final class DecoderFailures {

    private final String cameraId;
    private final Consumer<String> log;
    private final Set<String> told = new HashSet<>();

    /**
     * Of this camera.
     *
     * @param cameraId the camera
     * @param log takes what is told
     */
    DecoderFailures(String cameraId, Consumer<String> log) {
        this.cameraId = cameraId;
        this.log = log;
    }

    /** A decoder failed for this reason. */
    void failed(String decoder, String reason) {
        if (told.add(decoder)) {
            log.accept(cameraId + ": the decoder " + decoder + " failed and is passed over: " + reason);
        }
    }

    /** All are tried again from now on. */
    void forget() {
        told.clear();
    }
}
