package org.rnvr.console.internal.playback;

import java.time.Instant;

/** What hands do on the timeline. On the UI thread. */
interface Gestures {

    /** Goes to a moment. */
    void seek(Instant moment);

    /** Is being dragged over a moment; {@link #seek} ends it. */
    void scrub(Instant moment);

    /** Adds or removes the picture of a camera. */
    void toggle(String cameraId);
}
