package org.rnvr.console.internal.playback.model;

import java.time.Instant;

/** Something that lasts. */
public interface Span {

    /** Its beginning. */
    Instant from();

    /** Its end, not before its beginning. */
    Instant to();
}
