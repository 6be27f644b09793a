package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;

/** What is recorded. Any thread. */
@FunctionalInterface
interface Archive {

    /**
     * What is recorded of a camera around a moment: at least the segment before and the one after it, as far as there are
     * any. Waits for the disk.
     *
     * @param cameraId the camera
     * @param moment in nanoseconds since the epoch
     * @throws IOException if that cannot be known now, with a message for the operator
     */
    Timeline around(String cameraId, long moment) throws IOException;
}
