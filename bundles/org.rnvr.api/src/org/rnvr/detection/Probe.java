package org.rnvr.detection;

/** An active check that a detector may ask for. The monitor carries it out; the result comes as an {@link Observation}. */
public enum Probe {
    /**
     * A request on the live RTSP session, ending in {@link Observation.RequestEnded}. Never more than one at a time is
     * outstanding on a session; asking again while one is has no effect, and every detector sees its end. Over TCP it is
     * put off while the session is suspected and nothing answers, as it could only delay the return of the media.
     */
    SESSION_REQUEST,
    /**
     * A TCP connection of its own to the camera's RTSP port and an OPTIONS request on it (RFC 2326 section 10.1), given one
     * second, ending in {@link Observation.PathProbed}. Asking again while one is under way has no effect, and every
     * detector sees its end.
     */
    FRESH_CONNECTION
}
