package org.rnvr.console.internal.events;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.rnvr.journal.JournalEntry;
import org.rnvr.journal.JournalQuery;

/**
 * What of the journal is shown.
 *
 * @param query by time, camera and kind
 * @param text words that a row must have, each of them somewhere, whatever their case; empty for any
 */
record EventFilter(JournalQuery query, String text) {

    /** Whether an entry and its row, whose camera has this name, are shown. */
    boolean accepts(JournalEntry entry, EventRow row, UnaryOperator<String> cameraName) {
        return query.matches(entry) && containsAll(row, cameraName);
    }

    /** Whether the words are in a row. */
    boolean containsAll(EventRow row, UnaryOperator<String> cameraName) {
        if (text.isBlank()) {
            return true;
        }
        String all = String.join(
                        "\n",
                        EventWords.kind(row.event()).words(),
                        row.event(),
                        row.cameraId(),
                        cameraName.apply(row.cameraId()),
                        row.details())
                .toLowerCase(Locale.ROOT);
        for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
