package org.rnvr.detection.testkit;

import org.rnvr.detection.Observation.Track;

/**
 * The arrivals of one camera's media at the recorder, one after the other, without end unless it is a recording. A cursor: it
 * stands before the first arrival at first, and nothing is allocated as it moves. For one thread.
 * <p>
 * All times are nanoseconds since the trace began, on the monotonic clock of the recorder's machine. The machine's wall clock
 * plays no part: setting it moves no monotonic time, and nothing that a detector is shown depends on it. Arrivals never go
 * back in time; several may come at the same one.
 */
public interface Trace {

    /**
     * Moves to the next arrival.
     *
     * @return whether there is one; false only at the end of a recording
     */
    boolean next();

    /** When it arrived. */
    long arrivalNanos();

    /** Its presentation time by the camera's clock; only differences within a track mean something. */
    long presentationNanos();

    /** The track it belongs to. */
    Track track();

    /** Whether it is a key frame of the video. */
    boolean keyFrame();

    /** Its encoded size. */
    int bytes();

    /**
     * When it would have arrived had nothing held it back; {@link #arrivalNanos()} if nothing did. From then to its arrival
     * nothing came through on the session, answers to requests included if media travel in the same TCP connection.
     */
    default long heldSinceNanos() {
        return arrivalNanos();
    }

    /**
     * Up to when, beginning at {@link #heldSinceNanos()}, nothing came through on any connection; {@link #heldSinceNanos()}
     * if a new connection would have been answered all the while.
     */
    default long pathBackNanos() {
        return heldSinceNanos();
    }

    /**
     * How long the camera had been gone when it sent this: it neither sent nor answered anything, nor remembers its sessions.
     * 0 if it was there since the arrival before.
     */
    default long goneNanos() {
        return 0;
    }

    /**
     * How long the recorder's machine had stood still when it came to see this arrival: nothing ran on it from that long ago
     * until then. 0 if it ran since the arrival before.
     */
    default long standstillNanos() {
        return 0;
    }
}
