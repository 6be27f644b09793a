package org.rnvr.detection;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Judges one session from what was observed on it.
 * <p>
 * A detector is arithmetic: it has no clock but the time in its observations, no thread, and does no input or output. It is
 * called by one thread at a time, with observations whose time never goes back, at least every 100 ms ({@link Observation.Tick}).
 * It returns within a millisecond; one that throws or blocks is cut off and reported.
 */
@ConsumerType
@FunctionalInterface
public interface Detector {

    /** Takes an observation in and says what follows from all of them up to now. */
    Assessment observe(Observation observation);

    /** The session is no longer watched; no call follows. */
    default void close() {}
}
