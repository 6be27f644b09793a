package org.rnvr.console.internal.status;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String alerts_acknowledge;
    public static String alerts_acknowledge_all;
    public static String alerts_acknowledged;
    public static String alerts_column_alert;
    public static String alerts_column_details;
    public static String alerts_column_since;
    public static String alerts_column_state;
    public static String alerts_new;
    public static String alerts_none;
    public static String alerts_table;
    public static String bar;
    public static String bar_alerts;
    public static String bar_alerts_exact;
    public static String bar_cameras;
    public static String bar_cameras_exact;
    public static String bar_cpu;
    public static String bar_cpu_exact;
    public static String bar_disk;
    public static String bar_disk_exact;
    public static String bar_memory;
    public static String bar_memory_exact;
    public static String bar_network;
    public static String bar_notes;
    public static String bar_problems;
    public static String bar_problems_exact;
    public static String bar_recording;
    public static String bar_recording_exact;
    public static String bar_restart;
    public static String bar_restart_exact;
    public static String bar_temperature;
    public static String bar_temperature_exact;
    public static String bar_updates;
    public static String bar_updates_exact;
    public static String disk_denied;
    public static String disk_error;
    public static String disk_full;
    public static String disk_low;
    public static String disk_missing;
    public static String disk_ok;
    public static String disk_read_only;
    public static String excess_cpu;
    public static String excess_memory;
    public static String excess_temperature;
    public static String kind_camera_lost;
    public static String kind_cpu;
    public static String kind_disk_failed;
    public static String kind_disk_low;
    public static String kind_memory;
    public static String kind_recording_failed;
    public static String kind_temperature;
    public static String notice_more;
    public static String notice_several;
    public static String this_machine;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.status.messages", Messages.class);
    }

    private Messages() {}
}
