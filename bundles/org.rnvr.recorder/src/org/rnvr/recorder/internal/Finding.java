package org.rnvr.recorder.internal;

import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;

/**
 * What keeps a camera from being written to a recording folder, if anything does.
 *
 * @param state whether it can be written, or why not
 * @param text one sentence for the operator; empty when it can be written
 * @param freeBytes free space, 0 when unknown
 * @param ofVolume whether it is the volume's, whose watch tells it, and not this camera's alone
 */
record Finding(StorageState state, String text, long freeBytes, boolean ofVolume) {

    /** What an attempt to write for one camera showed. */
    Finding(StorageState state, String text, long freeBytes) {
        this(state, text, freeBytes, false);
    }

    /** What is found out about the whole volume. */
    static Finding of(StorageStatus volume) {
        return new Finding(volume.state(), volume.text(), volume.freeBytes(), true);
    }

    /** That another volume is there, or none. */
    static Finding away(String why) {
        return new Finding(StorageState.MISSING, why, 0, true);
    }
}
