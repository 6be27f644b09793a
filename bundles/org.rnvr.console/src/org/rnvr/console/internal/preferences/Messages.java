package org.rnvr.console.internal.preferences;

import org.eclipse.osgi.util.NLS;

/** Texts of the preferences, beside those of the keys themselves. */
final class Messages extends NLS {

    public static String allowed_addresses;
    public static String allowed_colour;
    public static String allowed_file_name;
    public static String allowed_folder;
    public static String allowed_grid;
    public static String allowed_keystroke;
    public static String allowed_log_retention;
    public static String allowed_log_rotation;
    public static String allowed_names;
    public static String allowed_number;
    public static String allowed_whole;
    public static String apply;
    public static String apply_and_close;
    public static String at_start;
    public static String browse;
    public static String cancel;
    public static String changed_meanwhile;
    public static String choose;
    public static String key_taken;
    public static String label;
    public static String label_at_start;
    public static String refused;
    public static String restore_defaults;
    public static String strategies_all;
    public static String strategies_missing;
    public static String title;
    public static String unit_an_hour;
    public static String unit_bytes;
    public static String unit_days;
    public static String unit_files;
    public static String unreadable;
    public static String wrong_empty;
    public static String wrong_twice;
    public static String wrong_value;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.preferences.messages", Messages.class);
    }

    private Messages() {}
}
