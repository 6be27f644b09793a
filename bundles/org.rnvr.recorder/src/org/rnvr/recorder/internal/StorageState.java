package org.rnvr.recorder.internal;

import java.util.Locale;

/** What a recording folder is good for. */
enum StorageState {
    OK,
    FULL,
    MISSING,
    READ_ONLY,
    DENIED,
    ERROR;

    /** The word of the journal. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
