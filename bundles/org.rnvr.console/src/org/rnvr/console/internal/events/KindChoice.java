package org.rnvr.console.internal.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Kinds of events that are chosen together.
 *
 * @param words for people
 * @param events the kinds; empty for all
 */
record KindChoice(String words, Set<String> events) {

    private static final List<String> CONNECTION = List.of(
            "connecting",
            "streaming",
            "suspect",
            "recovered",
            "stalled",
            "lost",
            "reconnecting",
            "reconnected",
            "offline",
            "warning");
    private static final List<String> RECORDING =
            List.of("recording_started", "recording_stopped", "segment_closed", "gap");
    private static final List<String> STORAGE = List.of("segments_deleted", "storage", "catalog_checked");
    private static final List<String> SYSTEM = List.of(
            "started",
            "stopped",
            "strategy_added",
            "strategy_removed",
            "installed",
            "updated",
            "removed",
            "update_available",
            "update_refused",
            "rolled_back",
            "reverted",
            "config_changed",
            "config_problem",
            "alert");

    /** All kinds, kinds of one concern, and each kind. */
    static List<KindChoice> all() {
        List<KindChoice> choices = new ArrayList<>(List.of(
                new KindChoice(Messages.kinds_all, Set.of()),
                new KindChoice(Messages.kinds_losses, Set.of("stalled", "lost", "offline", "reconnected", "gap")),
                new KindChoice(Messages.kinds_connection, Set.copyOf(CONNECTION)),
                new KindChoice(Messages.kinds_recording, Set.copyOf(RECORDING)),
                new KindChoice(Messages.kinds_storage, Set.copyOf(STORAGE)),
                new KindChoice(Messages.kinds_system, Set.copyOf(SYSTEM))));
        for (List<String> group : List.of(CONNECTION, RECORDING, STORAGE, SYSTEM)) {
            group.forEach(event ->
                    choices.add(new KindChoice("   " + EventWords.kind(event).words(), Set.of(event))));
        }
        return List.copyOf(choices);
    }
}
