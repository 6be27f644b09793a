package org.rnvr.console.internal.playback;

import java.util.Locale;

/** A sign on a button of the playback. */
enum Icon {
    PLAY,
    PAUSE,
    BACKWARDS,
    FORWARDS,
    STEP_BACK,
    STEP_FORWARD,
    PREVIOUS,
    NEXT,
    SLOWER,
    FASTER,
    REPEAT,
    ZOOM_IN,
    ZOOM_OUT,
    NOW,
    CALENDAR,
    MARK_IN,
    MARK_OUT,
    BOOKMARK,
    EXPORT,
    BACKUP,
    DELETE,
    SNAPSHOT;

    /** Path of its image in the bundle. */
    String path() {
        return "icons/playback/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }
}
