package org.rnvr.recorder.internal.retention;

import java.util.Locale;

/** Why recordings go. */
enum Reason {
    /** They are older than is to be kept. */
    AGE,
    /** The space is needed. */
    SPACE,
    /** The space is needed, and nothing without a bookmark is left. */
    SPACE_BOOKMARKED;

    /** The word of the journal. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
