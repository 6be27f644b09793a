package org.rnvr.recorder.internal.volume;

import java.util.Objects;
import org.rnvr.recording.StorageState;

/**
 * What a look at a recording volume showed.
 *
 * @param state whether it is the right one and can be written, or why not; never {@link StorageState#LOW}, which is a
 *     question of settings
 * @param text one sentence for the operator; empty when it can be written
 * @param totalBytes size of the volume, 0 when unknown
 * @param freeBytes free space, 0 when unknown
 */
public record Look(StorageState state, String text, long totalBytes, long freeBytes) {

    /** How much a look costs the disk. */
    public enum Depth {
        /** Reads only: whether it is the right volume, and its space. */
        QUICK,
        /** Also writes a few kilobytes through to the disk. */
        THOROUGH
    }

    public Look {
        Objects.requireNonNull(state);
        Objects.requireNonNull(text);
    }

    boolean isGood() {
        return state == StorageState.OK;
    }
}
