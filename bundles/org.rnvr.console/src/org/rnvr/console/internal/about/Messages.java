package org.rnvr.console.internal.about;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String close;
    public static String column_bundle;
    public static String column_licence;
    public static String column_sources;
    public static String column_version;
    public static String job;
    public static String license;
    public static String purpose;
    public static String table;
    public static String third_parties;
    public static String title;
    public static String title_about;
    public static String unreadable;
    public static String version;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.about.messages", Messages.class);
    }

    private Messages() {}
}
