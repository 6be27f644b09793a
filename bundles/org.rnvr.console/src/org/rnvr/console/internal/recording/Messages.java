package org.rnvr.console.internal.recording;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String adopt;
    public static String adopt_question;
    public static String adopt_result;
    public static String adopt_title;
    public static String adopt_tooltip;
    public static String adopt_work;
    public static String cancel;
    public static String cancel_tooltip;
    public static String check;
    public static String check_tooltip;
    public static String check_work;
    public static String clean_up;
    public static String clean_up_result;
    public static String clean_up_tooltip;
    public static String clean_up_work;
    public static String column_camera;
    public static String column_details;
    public static String column_file;
    public static String column_keeps;
    public static String column_rate;
    public static String column_since;
    public static String column_size;
    public static String column_state;
    public static String forecast_full;
    public static String forecast_idle;
    public static String forecast_job;
    public static String forecast_keeps;
    public static String rebuild;
    public static String rebuild_question;
    public static String rebuild_title;
    public static String rebuild_tooltip;
    public static String rebuild_work;
    public static String report_changed;
    public static String report_clean;
    public static String report_compared;
    public static String report_entered;
    public static String report_missing;
    public static String report_more;
    public static String report_unreadable;
    public static String span_days;
    public static String span_hours;
    public static String span_minutes;
    public static String storage_denied;
    public static String storage_error;
    public static String storage_full;
    public static String storage_low;
    public static String storage_missing;
    public static String storage_ok;
    public static String storage_read_only;
    public static String storage_unknown;
    public static String table;
    public static String volume_since;
    public static String volume_usage;
    public static String work_cancelled;
    public static String work_failed;
    public static String work_result;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.recording.messages", Messages.class);
    }

    private Messages() {}
}
