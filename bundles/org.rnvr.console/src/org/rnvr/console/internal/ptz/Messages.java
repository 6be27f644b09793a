package org.rnvr.console.internal.ptz;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String action_down;
    public static String action_left;
    public static String action_left_down;
    public static String action_left_up;
    public static String action_right;
    public static String action_right_down;
    public static String action_right_up;
    public static String action_speed_down;
    public static String action_speed_up;
    public static String action_stop;
    public static String action_up;
    public static String action_with_key;
    public static String action_zoom_in;
    public static String action_zoom_out;
    public static String again;
    public static String camera_asked;
    public static String camera_failed;
    public static String camera_ready;
    public static String camera_without_control;
    public static String camera_without_protocol;
    public static String camera_without_use;
    public static String none_selected;
    public static String preset_go;
    public static String preset_name;
    public static String preset_name_hint;
    public static String preset_replace;
    public static String preset_save;
    public static String presets;
    public static String presets_none;
    public static String reason_not_asked;
    public static String reason_not_authorized;
    public static String reason_not_movable;
    public static String reason_not_understood;
    public static String reason_refused;
    public static String reason_timed_out;
    public static String reason_unknown;
    public static String reason_unreachable;
    public static String reason_unsafe_sign_in;
    public static String reason_with_detail;
    public static String speed;
    public static String speed_value;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.ptz.messages", Messages.class);
    }

    private Messages() {}
}
