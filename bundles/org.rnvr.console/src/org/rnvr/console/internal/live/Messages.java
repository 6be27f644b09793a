package org.rnvr.console.internal.live;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String layout_bad;
    public static String layout_prompt;
    public static String layout_title;
    public static String tile_accessible;
    public static String tile_empty;
    public static String tile_empty_text;
    public static String tile_no_camera;
    public static String tile_no_camera_text;
    public static String tile_no_pipeline;
    public static String transform_job;
    public static String transform_refused;
    public static String wall_number;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.live.messages", Messages.class);
    }

    private Messages() {}
}
