package org.rnvr.console.internal.log;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String column_level;
    public static String column_logger;
    public static String column_message;
    public static String column_time;
    public static String copy;
    public static String disabled;
    public static String file;
    public static String file_current;
    public static String file_disabled;
    public static String file_old;
    public static String file_written;
    public static String follow;
    public static String gone;
    public static String level;
    public static String level_from;
    public static String none;
    public static String older;
    public static String search;
    public static String table;
    public static String unreadable;
    public static String watch_job;
    public static String whole;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.log.messages", Messages.class);
    }

    private Messages() {}
}
