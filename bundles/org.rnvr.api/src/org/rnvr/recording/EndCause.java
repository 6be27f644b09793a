package org.rnvr.recording;

/** Why a segment ended. */
public enum EndCause {
    /** The configured length was reached, or a new file was asked for. */
    ROTATION,
    /** The session that fed it was given up or replaced. */
    RECONNECTION,
    /** Recording, camera or recorder was stopped. */
    STOP,
    /** The recorder, or its machine, went down while it was written. */
    CRASH,
    /** The volume refused to take more. */
    STORAGE,
    /** It is known from its file alone. */
    UNKNOWN
}
