package org.rnvr.detection.testkit;

/** A kind of camera and path, of which traces can be made. Immutable; any thread. */
public interface TraceSource {

    /** Its name in reports. */
    String name();

    /**
     * Whether the path is wired and loses nothing, and camera and machine do not stop: where a detector has least excuse for a
     * false suspicion.
     */
    boolean wired();

    /**
     * A trace from its beginning.
     *
     * @param seed from the same seed comes the same trace, on every machine
     */
    Trace open(long seed);
}
