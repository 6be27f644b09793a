package org.rnvr.console.internal.find;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String cancel;
    public static String column_key;
    public static String column_kind;
    public static String column_name;
    public static String found;
    public static String hint;
    public static String kind_camera;
    public static String kind_command;
    public static String kind_perspective;
    public static String kind_preferences;
    public static String kind_view;
    public static String nothing;
    public static String open;
    public static String title;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.find.messages", Messages.class);
    }

    private Messages() {}
}
