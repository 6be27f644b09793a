package org.rnvr.recording;

/** State of a camera's recording. */
public enum RecordingState {
    /** Not wanted. */
    STOPPED,
    /** Not wanted at this time of the week. */
    SCHEDULED,
    /** Interrupted by the operator. */
    PAUSED,
    /** Wanted, and waiting for media: nothing is written, though a file may be open. */
    WAITING,
    /** A file is being written. */
    RECORDING,
    /** Wanted, and the disk refuses; recording is tried again by itself. */
    FAILED
}
