package org.rnvr.monitor.internal.path;

import java.util.Objects;

/**
 * What a look at the path to a camera gave.
 *
 * @param reach how far it got
 * @param text what was seen, one sentence without secrets
 */
public record PathResult(Reach reach, String text) {
    public PathResult {
        Objects.requireNonNull(reach);
        Objects.requireNonNull(text);
    }

    /** How far a look at the path got. */
    public enum Reach {
        /** An RTSP server answered. */
        ANSWERED,
        /** Something accepted the connection and said nothing; whether a session is possible only a session can tell. */
        UNCERTAIN,
        /** Nothing answered. */
        UNREACHABLE
    }
}
