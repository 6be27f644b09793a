package org.rnvr.console.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String cameras_bits;
    public static String cameras_column_bits;
    public static String cameras_column_camera;
    public static String cameras_column_connection;
    public static String cameras_column_details;
    public static String cameras_column_frames;
    public static String cameras_column_last_loss;
    public static String cameras_column_recording;
    public static String cameras_column_since;
    public static String cameras_column_uptime;
    public static String cameras_frames;
    public static String cameras_table;
    public static String close;
    public static String connection_configuration_error;
    public static String connection_connecting;
    public static String connection_disabled;
    public static String connection_disconnected;
    public static String connection_lost;
    public static String connection_machine_error;
    public static String connection_offline;
    public static String connection_reconnecting;
    public static String connection_stalled;
    public static String connection_stopped;
    public static String connection_streaming;
    public static String connection_suspect;
    public static String connection_unknown;
    public static String length_days;
    public static String length_hours;
    public static String length_minutes;
    public static String length_seconds;
    public static String error_unexpected;
    public static String no_display_gtk;
    public static String no_display_none;
    public static String problem_error;
    public static String problem_note;
    public static String problem_unreadable;
    public static String problems_column_message;
    public static String problems_column_path;
    public static String problems_column_severity;
    public static String problems_none;
    public static String problems_table;
    public static String recording_failed;
    public static String recording_paused;
    public static String recording_recording;
    public static String recording_scheduled;
    public static String recording_stopped;
    public static String recording_unknown;
    public static String recording_waiting;
    public static String tile_no_picture;
    public static String tile_no_picture_for;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.messages", Messages.class);
    }

    private Messages() {}
}
