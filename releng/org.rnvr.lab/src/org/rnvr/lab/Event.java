package org.rnvr.lab;

import java.util.OptionalLong;

/**
 * What a recorder did about a camera.
 *
 * @param nanos when, as of {@link System#nanoTime()}
 * @param kind what
 * @param by the strategy or the sign that told it, empty if nothing is known of it
 * @param silenceMs milliseconds since the last media, as the recorder tells
 */
public record Event(long nanos, Kind kind, String by, OptionalLong silenceMs) {

    /** What a recorder does about a camera. */
    public enum Kind {
        /** It suspects that the camera is gone. */
        SUSPECT,
        /** Media came again in the same session. */
        RECOVERED,
        /** It takes the camera for stalled or lost. */
        VERDICT,
        /** A further session has its first media. */
        SESSION
    }

    static Event of(long nanos, Kind kind) {
        return new Event(nanos, kind, "", OptionalLong.empty());
    }
}
