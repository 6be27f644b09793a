package org.rnvr.console.internal.imports;

import org.eclipse.osgi.util.NLS;

/** Texts of the import. */
final class Messages extends NLS {

    public static String camera_added;
    public static String camera_key;
    public static String cancel;
    public static String changed;
    public static String changes;
    public static String choose_all;
    public static String choose_configurations;
    public static String choose_title;
    public static String close;
    public static String column_after;
    public static String column_before;
    public static String column_what;
    public static String column_why;
    public static String done;
    public static String done_backup;
    public static String failed;
    public static String job_applying;
    public static String job_reading;
    public static String left_behind;
    public static String left_behind_table;
    public static String refused;
    public static String summary;
    public static String summary_nothing;
    public static String take_over;
    public static String title;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.imports.messages", Messages.class);
    }

    private Messages() {}
}
