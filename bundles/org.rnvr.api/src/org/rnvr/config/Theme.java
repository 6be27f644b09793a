package org.rnvr.config;

/** Look of the console. */
public enum Theme {
    /** Light text on dark. */
    DARK,
    /** Dark text on light. */
    LIGHT
}
