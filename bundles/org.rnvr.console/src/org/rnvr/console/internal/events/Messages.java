package org.rnvr.console.internal.events;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String camera;
    public static String cameras_all;
    public static String cameras_none;
    public static String column_camera;
    public static String column_details;
    public static String column_event;
    public static String column_time;
    public static String copy;
    public static String count;
    public static String count_newest;
    public static String failed;
    public static String field_attempt;
    public static String field_attempts;
    public static String field_bundle;
    public static String field_bytes;
    public static String field_cause;
    public static String field_changed;
    public static String field_codec;
    public static String field_end;
    public static String field_entered;
    public static String field_file;
    public static String field_frames;
    public static String field_free_bytes;
    public static String field_from;
    public static String field_height;
    public static String field_kind;
    public static String field_level;
    public static String field_missing;
    public static String field_ms_to_first_frame;
    public static String field_newest;
    public static String field_next_ms;
    public static String field_oldest;
    public static String field_outage_ms;
    public static String field_path;
    public static String field_segments;
    public static String field_session;
    public static String field_silence_ms;
    public static String field_standby;
    public static String field_start;
    public static String field_state;
    public static String field_strategy;
    public static String field_to;
    public static String field_took_ms;
    public static String field_transport;
    public static String field_unreadable;
    public static String field_version;
    public static String field_width;
    public static String follow;
    public static String from;
    public static String kind;
    public static String kind_alert;
    public static String kind_catalog_checked;
    public static String kind_config_changed;
    public static String kind_config_problem;
    public static String kind_connecting;
    public static String kind_gap;
    public static String kind_lost;
    public static String kind_offline;
    public static String kind_reconnected;
    public static String kind_reconnecting;
    public static String kind_recording_started;
    public static String kind_recording_stopped;
    public static String kind_recovered;
    public static String kind_segment_closed;
    public static String kind_segments_deleted;
    public static String kind_stalled;
    public static String kind_started;
    public static String kind_stopped;
    public static String kind_storage;
    public static String kind_strategy_added;
    public static String kind_strategy_removed;
    public static String kind_streaming;
    public static String kind_suspect;
    public static String kind_warning;
    public static String kinds_all;
    public static String kinds_connection;
    public static String kinds_losses;
    public static String kinds_recording;
    public static String kinds_storage;
    public static String kinds_system;
    public static String newest_first;
    public static String no;
    public static String no_journal;
    public static String period;
    public static String period_all;
    public static String period_between;
    public static String period_day;
    public static String period_hour;
    public static String period_month;
    public static String period_week;
    public static String save;
    public static String save_failed;
    public static String save_name;
    public static String saved;
    public static String search;
    public static String search_job;
    public static String searching;
    public static String table;
    public static String to;
    public static String yes;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.events.messages", Messages.class);
    }

    private Messages() {}
}
