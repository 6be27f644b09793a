package org.rnvr.recording;

import java.util.Locale;

/** What a recording volume is good for. */
public enum StorageState {
    /** It is written. */
    OK,
    /** It is written, and there is less room left than is to be kept free. */
    LOW,
    /** There is no room left. */
    FULL,
    /** It is not there, or another one is in its place. */
    MISSING,
    /** It cannot be written. */
    READ_ONLY,
    /** RNVR is not allowed to write it. */
    DENIED,
    /** It fails, or is too slow. */
    ERROR;

    /** The word of the journal. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether recordings are written. */
    public boolean isWritable() {
        return this == OK || this == LOW;
    }
}
