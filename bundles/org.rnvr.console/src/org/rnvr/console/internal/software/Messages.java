package org.rnvr.console.internal.software;

import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String cancel;
    public static String check;
    public static String close;
    public static String column_effect;
    public static String column_feature;
    public static String column_from;
    public static String column_installed;
    public static String column_kind;
    public static String column_provider;
    public static String column_signer;
    public static String column_size;
    public static String column_state;
    public static String column_strategies;
    public static String column_to;
    public static String column_version;
    public static String copy;
    public static String details;
    public static String details_dropped_in;
    public static String details_not_signed;
    public static String details_signed;
    public static String details_strategies;
    public static String details_unverified;
    public static String done;
    public static String done_installed;
    public static String done_nothing;
    public static String done_removed;
    public static String done_updated;
    public static String effect_now;
    public static String effect_restart;
    public static String folder;
    public static String folder_message;
    public static String install;
    public static String install_do;
    public static String install_title;
    public static String installed_reading;
    public static String installed_restart;
    public static String installed_table;
    public static String installed_title;
    public static String installed_words;
    public static String job_check;
    public static String job_install;
    public static String job_look;
    public static String job_remove;
    public static String job_revert;
    public static String job_update;
    public static String key_distrust;
    public static String key_fingerprint;
    public static String key_nobody;
    public static String key_owner;
    public static String key_question;
    public static String key_signed;
    public static String key_title;
    public static String key_trust;
    public static String key_valid;
    public static String key_valid_since;
    public static String key_valid_until;
    public static String kind_dropped_in;
    public static String kind_other;
    public static String kind_own;
    public static String look;
    public static String looking;
    public static String no_service;
    public static String not_signed;
    public static String offered_none;
    public static String offered_some;
    public static String offered_table;
    public static String refused;
    public static String refused_more;
    public static String remember;
    public static String remember_failed;
    public static String remember_title;
    public static String remove;
    public static String remove_do;
    public static String remove_question;
    public static String remove_title;
    public static String repository;
    public static String repository_hint;
    public static String repository_wrong;
    public static String restart_later;
    public static String restart_now;
    public static String restart_question;
    public static String restart_title;
    public static String revert;
    public static String revert_do;
    public static String revert_done;
    public static String revert_question;
    public static String revert_title;
    public static String state_active;
    public static String state_inactive;
    public static String summary_none;
    public static String summary_now;
    public static String summary_restart;
    public static String update;
    public static String updates_do;
    public static String updates_none;
    public static String updates_table;
    public static String updates_title;

    static {
        NLS.initializeMessages("org.rnvr.console.internal.software.messages", Messages.class);
    }

    private Messages() {}
}
