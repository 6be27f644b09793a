package org.rnvr.pipeline;

/** Why a recording file ended. */
public enum SegmentEnd {
    /** The configured length was reached, or a new file was asked for. */
    ROTATION,
    /** The session that fed it was given up or replaced. */
    RECONNECTION,
    /** Recording, camera or recorder was stopped. */
    STOP,
    /** The disk refused to take more. */
    STORAGE
}
