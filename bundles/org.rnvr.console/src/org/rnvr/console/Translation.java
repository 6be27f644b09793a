package org.rnvr.console;

import org.rnvr.console.internal.reasons.Reasons;

/** What RNVR's bundles say in English, in the language of the process. Needs no display. Any thread. */
public final class Translation {

    private Translation() {}

    /** The text in the language of the process; as it is when nobody translated it. */
    public static String of(String english) {
        return Reasons.told(english);
    }
}
