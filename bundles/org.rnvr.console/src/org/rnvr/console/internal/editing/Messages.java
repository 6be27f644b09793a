package org.rnvr.console.internal.editing;

import org.eclipse.osgi.util.NLS;

/** Texts about adding and changing cameras. */
public final class Messages extends NLS {

    public static String button_add;
    public static String button_cancel;
    public static String button_save;
    public static String button_try_out;
    public static String delete_cancel;
    public static String delete_failed;
    public static String delete_ok;
    public static String delete_text;
    public static String delete_title;
    public static String dialog_add;
    public static String dialog_add_text;
    public static String dialog_edit;
    public static String dialog_edit_text;
    public static String dialog_edit_title;
    public static String field_connect;
    public static String field_enabled;
    public static String field_flip;
    public static String field_id;
    public static String field_id_tooltip;
    public static String field_name;
    public static String field_password;
    public static String field_password_stays;
    public static String field_ptz;
    public static String field_ptz_channel;
    public static String field_ptz_port;
    public static String field_record;
    public static String field_rotation;
    public static String field_small_url;
    public static String field_small_url_tooltip;
    public static String field_url;
    public static String field_username;
    public static String find_again;
    public static String find_asking;
    public static String find_column_address;
    public static String find_column_known;
    public static String find_column_location;
    public static String find_column_model;
    public static String find_column_name;
    public static String find_found;
    public static String find_impossible;
    public static String find_known;
    public static String find_next;
    public static String find_none;
    public static String find_searching;
    public static String find_table;
    public static String find_title;
    public static String flip_both;
    public static String flip_horizontal;
    public static String flip_none;
    public static String flip_vertical;
    public static String problem_channel;
    public static String problem_id;
    public static String problem_id_taken;
    public static String problem_name;
    public static String problem_port;
    public static String problem_small_url;
    public static String problem_url;
    public static String ptz_none;
    public static String trial_no_sound;
    public static String trial_none;
    public static String trial_refused;
    public static String trial_running;
    public static String trial_seen;
    public static String trial_seen_text;
    public static String untried_back;
    public static String untried_save;
    public static String untried_text;
    public static String untried_title;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.editing.messages", Messages.class);
    }

    private Messages() {}
}
