package org.rnvr.monitor.internal.connection;

/** What became of a suspicion that lasted. */
enum Verdict {
    /** The camera answers, but sends no media. */
    STALLED,
    /** Nothing answers. */
    LOST
}
