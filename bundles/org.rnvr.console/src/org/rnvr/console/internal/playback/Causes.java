package org.rnvr.console.internal.playback;

import org.rnvr.console.internal.reasons.Reasons;

/** The catalog's words for why something is missing, and the journal's for what happened, as people are told them. */
final class Causes {

    private Causes() {}

    /** Why something is missing; what is no known word is told as it is. */
    static String told(String cause) {
        return switch (cause) {
            case "loss" -> Messages.cause_loss;
            case "storage" -> Messages.cause_storage;
            case "restart" -> Messages.cause_restart;
            case "crash" -> Messages.cause_crash;
            default -> Reasons.told(cause);
        };
    }

    /** What happened. */
    static String event(String event) {
        return switch (event) {
            case "lost" -> Messages.event_lost;
            case "stalled" -> Messages.event_stalled;
            case "offline" -> Messages.event_offline;
            default -> event;
        };
    }
}
