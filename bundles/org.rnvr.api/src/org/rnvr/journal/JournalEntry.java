package org.rnvr.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.rnvr.event.Moment;

/**
 * One line of the journal. Two entries that are equal are the same line.
 *
 * @param at when it happened, to the millisecond
 * @param event what happened, for example {@code lost}: the event's simple name in snake_case
 * @param cameraId of which camera; empty for the system
 * @param fields the event's own fields in the order of the line, by their names in snake_case; numbers and truth values as
 *     the line has them, lists as JSON text
 */
public record JournalEntry(Moment at, String event, Optional<String> cameraId, Map<String, String> fields) {
    public JournalEntry {
        Objects.requireNonNull(at);
        Objects.requireNonNull(event);
        Objects.requireNonNull(cameraId);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A field; empty when the line has none of this name. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** A field that is a whole number; empty when the line has none of this name, or something else there. */
    public OptionalLong number(String name) {
        String text = fields.getOrDefault(name, "");
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
