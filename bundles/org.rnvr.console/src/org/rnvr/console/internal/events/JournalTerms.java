package org.rnvr.console.internal.events;

import org.rnvr.console.internal.reasons.Reasons;

/** The journal's single words for causes, states and kinds, as people are told them. */
final class JournalTerms {

    private JournalTerms() {}

    /** What is no such word is a sentence, or of another version. */
    static String told(String word) {
        return switch (word) {
            case "age" -> Messages.word_age;
            case "camera_back" -> Messages.word_camera_back;
            case "camera_lost" -> Messages.word_camera_lost;
            case "catalog" -> Messages.word_catalog;
            case "cpu_high" -> Messages.word_cpu_high;
            case "cpu_normal" -> Messages.word_cpu_normal;
            case "crash" -> Messages.word_crash;
            case "denied" -> Messages.word_denied;
            case "error" -> Messages.word_error;
            case "full" -> Messages.word_full;
            case "journal" -> Messages.word_journal;
            case "loss" -> Messages.word_loss;
            case "low" -> Messages.word_low;
            case "memory_high" -> Messages.word_memory_high;
            case "memory_normal" -> Messages.word_memory_normal;
            case "missing" -> Messages.word_missing;
            case "network" -> Messages.word_network;
            case "ok" -> Messages.word_ok;
            case "operator" -> Messages.word_operator;
            case "read_only" -> Messages.word_read_only;
            case "reconnection" -> Messages.word_reconnection;
            case "restart" -> Messages.word_restart;
            case "rotation" -> Messages.word_rotation;
            case "schedule" -> Messages.word_schedule;
            case "space" -> Messages.word_space;
            case "space_bookmarked" -> Messages.word_space_bookmarked;
            case "start" -> Messages.word_start;
            case "stop" -> Messages.word_stop;
            case "storage" -> Messages.word_storage;
            case "strategy" -> Messages.word_strategy;
            case "temperature_high" -> Messages.word_temperature_high;
            case "temperature_normal" -> Messages.word_temperature_normal;
            case "unknown" -> Messages.word_unknown;
            default -> Reasons.told(word);
        };
    }
}
