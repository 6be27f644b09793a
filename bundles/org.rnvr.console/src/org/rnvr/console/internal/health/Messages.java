package org.rnvr.console.internal.health;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String camera;
    public static String cause_lost;
    public static String cause_stalled;
    public static String cause_suspect;
    public static String column_cause;
    public static String column_ending;
    public static String column_grade;
    public static String column_level;
    public static String column_notice;
    public static String column_outage;
    public static String column_reason;
    public static String column_since;
    public static String column_strategy;
    public static String column_unrecorded;
    public static String column_when;
    public static String day;
    public static String detector_pipeline;
    public static String ending_offline;
    public static String ending_ongoing;
    public static String ending_reconnected;
    public static String ending_recorder_ended;
    public static String ending_recovered;
    public static String ending_started_anew;
    public static String failed;
    public static String frames;
    public static String frames_none;
    public static String grade_dead;
    public static String grade_healthy;
    public static String grade_suspect;
    public static String grade_warning;
    public static String losses;
    public static String milliseconds;
    public static String month;
    public static String no_camera;
    public static String no_journal;
    public static String period;
    public static String plot;
    public static String plot_gaps;
    public static String plot_levels;
    public static String plot_time;
    public static String reading;
    public static String seconds;
    public static String strategies;
    public static String strategies_none;
    public static String sums;
    public static String sums_none;
    public static String unknown;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.health.messages", Messages.class);
    }

    private Messages() {}
}
